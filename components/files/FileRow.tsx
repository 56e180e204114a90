'use client';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuContent } from '../ui/MenuContent.tsx';
import { MenuItem } from '../ui/MenuItem.tsx';

interface FileRowProps {
  path: string;
  active: boolean;
  /** Has other text than at the last run. */
  changed: boolean;
  removable: boolean;
  renamable: boolean;
  onOpen(): void;
  onRename(): void;
  onRemove(): void;
}

/** One file of the project. F2 renames and Delete removes, as the menu says. */
export function FileRow({
  path,
  active,
  changed,
  removable,
  renamable,
  onOpen,
  onRename,
  onRemove,
}: FileRowProps) {
  const slash = path.lastIndexOf('/') + 1;
  return (
    <li className={`group flex items-center pr-1 ${active ? 'bg-hover' : 'hover:bg-hover'}`}>
      <button
        type="button"
        aria-current={active ? 'true' : undefined}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key === 'F2' && renamable) onRename();
          if (event.key === 'Delete' && removable) onRemove();
        }}
        title={path}
        className="flex min-w-0 flex-1 items-center py-0.5 pl-3 text-left pointer-coarse:py-2"
      >
        <span className="truncate">
          <span className="text-faint">{path.slice(0, slash)}</span>
          {path.slice(slash)}
        </span>
        {changed && (
          <span className="ml-1.5 size-1.5 shrink-0 rounded-full bg-rust" title="Changed since the last run">
            <span className="sr-only">, changed since the last run</span>
          </span>
        )}
      </button>
      {(renamable || removable) && (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger asChild>
            <IconButton
              icon={Ellipsis}
              label={`Actions for ${path}`}
              className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
            />
          </DropdownMenu.Trigger>
          <MenuContent align="start" onCloseAutoFocus={(event) => event.preventDefault()}>
            {renamable && (
              <MenuItem keys="F2" onSelect={onRename}>
                <Pencil aria-hidden size={14} /> Rename
              </MenuItem>
            )}
            {removable && (
              <MenuItem keys="Delete" onSelect={onRemove}>
                <Trash2 aria-hidden size={14} /> Delete
              </MenuItem>
            )}
          </MenuContent>
        </DropdownMenu.Root>
      )}
    </li>
  );
}
