'use client';
import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useActions } from '../../page/FeaturesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuContent } from '../../ui/MenuContent.tsx';
import { MenuItem } from '../../ui/MenuItem.tsx';

/** What is wanted seldom. All of it, and all else, is in the command palette too. */
export function MoreMenu() {
  const actions = useActions().filter(({ inMenu }) => inMenu);
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
