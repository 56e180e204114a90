'use client';
import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useSession } from '../session/SessionProvider.tsx';
import { MenuContent } from '../ui/MenuContent.tsx';
import { MenuItem } from '../ui/MenuItem.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';

/** The Postgres that Run uses; a choice where the server has more than one. */
export function PostgresPicker() {
  const majors = useSession((state) => state.versions?.postgres);
  const chosen = useWorkspace((state) => state.postgres);
  const setPostgres = useWorkspace((state) => state.setPostgres);
  if (!majors?.[0]) return null;
  const current = majors.find(({ major }) => major === chosen) ?? majors[0];
  if (majors.length === 1) return <span className="text-muted">Postgres {current.major}</span>;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink">
        Postgres {current.major}
        <ChevronDown aria-hidden size={13} />
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {majors.map(({ major, version }) => (
          <MenuItem key={major} onSelect={() => setPostgres(major)}>
            <Check aria-hidden size={14} className={major === current.major ? '' : 'invisible'} />
            Postgres {version}
          </MenuItem>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
