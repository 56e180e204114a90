'use client';
import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { prerelease, versionName } from '../../../protocol/versions.ts';
import { usePostgresChoice } from '../../page/usePostgresChoice.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { MenuContent } from '../../ui/MenuContent.tsx';
import { MenuItem } from '../../ui/MenuItem.tsx';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** The Postgres that Run uses; a choice where the server has more than one, or is to have. */
export function PostgresPicker() {
  const choice = usePostgresChoice();
  const held = useSession((state) => (state.container === 'ready' ? state.postgres : null));
  const setPostgres = useWorkspace((state) => state.setPostgres);
  if (!choice?.current) return null;
  const { options, current } = choice;
  const kind = prerelease(current.version);
  if (options.length === 1)
    return (
      <span className="text-muted">
        Postgres {current.major}
        {kind && ` (${kind})`}
      </span>
    );
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink">
        Postgres {current.major}
        {kind && <span className="text-warn phone:hidden">{kind}</span>}
        {current.missing && <span className="text-warn">unavailable</span>}
        <ChevronDown aria-hidden size={13} />
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {options.map(({ major, version, missing }) => (
          <MenuItem
            key={major}
            disabled={missing !== null}
            onSelect={() => setPostgres(major)}
            // The reason why it cannot be chosen is for reading.
            className={missing === null ? '' : 'text-muted data-disabled:opacity-100'}
          >
            <Check
              aria-hidden
              size={14}
              className={`shrink-0 ${major === current.major ? '' : 'invisible'}`}
            />
            <span>
              Postgres {versionName(version)}
              {missing && <span className="block text-small">{missing}</span>}
            </span>
          </MenuItem>
        ))}
        {held !== null && (
          <>
            <DropdownMenu.Separator className="my-1 border-line border-t" />
            <DropdownMenu.Label className="px-2 py-1 text-muted text-small">
              Your container runs Postgres {held}. Running on another version starts a new container with an
              empty database; your files stay.
            </DropdownMenu.Label>
          </>
        )}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
