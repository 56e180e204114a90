'use client';
import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { usePgrxChoice } from '../../page/usePgrxChoice.ts';
import { MenuContent } from '../../ui/MenuContent.tsx';
import { MenuItem } from '../../ui/MenuItem.tsx';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** The pgrx that Run uses, where there is more than one to choose from. */
export function PgrxPicker() {
  const choice = usePgrxChoice();
  const setPgrx = useWorkspace((state) => state.setPgrx);
  if (!choice || choice.options.length === 1) return null;
  const { options, current, pinned } = choice;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="inline-flex items-center gap-1 whitespace-nowrap rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink">
        pgrx {current.version}
        {current.missing && <span className="text-warn">unavailable</span>}
        <ChevronDown aria-hidden size={13} />
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {options.map(({ version, missing }) => (
          <MenuItem
            key={version}
            disabled={missing !== null}
            onSelect={() => setPgrx(version)}
            className={missing === null ? '' : 'text-muted data-disabled:opacity-100'}
          >
            <Check
              aria-hidden
              size={14}
              className={`shrink-0 ${version === current.version ? '' : 'invisible'}`}
            />
            <span>
              pgrx {version}
              {missing && <span className="block text-small">{missing}</span>}
            </span>
          </MenuItem>
        ))}
        {pinned && (
          <>
            <DropdownMenu.Separator className="my-1 border-line border-t" />
            <DropdownMenu.Label className="px-2 py-1 text-muted text-small">
              Choosing a version changes the pgrx crates in Cargo.toml to it.
            </DropdownMenu.Label>
          </>
        )}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
