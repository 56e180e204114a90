'use client';
import { Command } from 'cmdk';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { Action } from './action.ts';

interface CommandPaletteProps {
  open: boolean;
  onClose(): void;
  actions: readonly Action[];
}

/** Every action by its name. */
export function CommandPalette({ open, onClose, actions }: CommandPaletteProps) {
  const groups = Map.groupBy(actions, ({ group }) => group);
  return (
    <Command.Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      label="Commands"
      overlayClassName="fixed inset-0 z-40 bg-canvas opacity-60"
      contentClassName="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg bg-pane shadow-float"
    >
      <Command.Input
        placeholder="What to do"
        className="h-11 w-full border-line border-b bg-transparent px-4 text-[14px] outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[min(24rem,60vh)] overflow-auto p-1.5">
        <Command.Empty className="px-3 py-4 text-muted">Nothing is called so.</Command.Empty>
        {[...groups].map(([group, members]) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-small"
          >
            {members.map(({ id, name, keys, perform }) => (
              <Command.Item
                key={id}
                value={`${name} ${id}`}
                onSelect={() => {
                  onClose();
                  perform();
                }}
                className="flex cursor-default items-center gap-3 rounded px-2.5 py-1.5 data-[selected=true]:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate">{name}</span>
                {keys && <KeyHint keys={keys} />}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
