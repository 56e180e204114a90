'use client';
import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuContent } from '../../ui/MenuContent.tsx';
import { MenuItem } from '../../ui/MenuItem.tsx';
import { useActions } from '../useActions.ts';

const listed = [
  'learn',
  'palette',
  'shortcuts',
  'theme-system',
  'language',
  'import',
  'download-tar',
  'download-zip',
  'copy-whole',
  'reset',
  'resetDatabase',
  'endSession',
];

/** What is wanted seldom. All of it, and all else, is in the command palette too. */
export function MoreMenu() {
  const actions = useActions().filter(({ id }) => listed.includes(id));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={Ellipsis} label="More" />
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {actions.map(({ id, name, keys, perform }) => (
          <MenuItem key={id} keys={keys} onSelect={perform}>
            {name}
          </MenuItem>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
