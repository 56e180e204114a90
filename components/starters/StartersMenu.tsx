'use client';
import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect } from 'react';
import { MenuContent } from '../ui/MenuContent.tsx';
import { MenuItem } from '../ui/MenuItem.tsx';
import { loadStarterList, useStarters } from './startersStore.ts';
import { useBeginWith } from './useBeginWith.ts';

/** Small extensions to begin with; the one that is chosen takes the place of the files, with a way back. */
export function StartersMenu() {
  const list = useStarters((state) => state.list);
  const beginWith = useBeginWith();
  useEffect(() => {
    void loadStarterList();
  }, []);
  return (
    <DropdownMenu.Root
      modal={false}
      onOpenChange={(open) => {
        if (open) void loadStarterList();
      }}
    >
      <DropdownMenu.Trigger className="inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink phone:hidden">
        Starters
        <ChevronDown aria-hidden size={13} />
      </DropdownMenu.Trigger>
      <MenuContent align="end" className="max-h-[min(36rem,80vh)] overflow-y-auto">
        {list.map((starter) => (
          <MenuItem key={starter.name} onSelect={() => void beginWith(starter)}>
            <span className="min-w-0">
              <span className="block">{starter.title}</span>
              <span className="block text-muted text-small">{starter.description}</span>
            </span>
          </MenuItem>
        ))}
        {list.length === 0 && (
          <p className="px-2 py-1 text-muted">
            The list couldn’t be loaded. Close and reopen this menu to retry.
          </p>
        )}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
