'use client';
import { Dialog } from 'radix-ui';
import type { Action } from '../page/action.ts';
import { KeyHint } from '../ui/KeyHint.tsx';

interface ShortcutListProps {
  open: boolean;
  onClose(): void;
  actions: readonly Action[];
}

/** Keys that the editor or a list has, rather than the page. */
const others = [
  { name: 'Make Tab move focus out of the editor', keys: 'Escape' },
  { name: 'Quick fix in the editor', keys: 'Mod+.' },
  { name: 'Find in the editor', keys: 'Mod+F' },
  { name: 'Rename a file (file list)', keys: 'F2' },
  { name: 'Delete a file (file list) or close a tab', keys: 'Delete' },
];

/** All keys of the page in one list. */
export function ShortcutList({ open, onClose, actions }: ShortcutListProps) {
  const listed = [...actions.flatMap(({ name, keys }) => (keys ? [{ name, keys }] : [])), ...others];
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-canvas opacity-60" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 max-h-[76vh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 overflow-auto rounded-lg bg-pane p-4 shadow-float"
        >
          <Dialog.Title className="mb-2 font-semibold">Keyboard shortcuts</Dialog.Title>
          <dl>
            {listed.map(({ name, keys }) => (
              <div
                key={name}
                className="flex justify-between gap-4 border-line border-b py-1 last:border-b-0"
              >
                <dt>{name}</dt>
                <dd>
                  <KeyHint keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
