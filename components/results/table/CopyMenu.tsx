'use client';
import { Check, Copy, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuContent } from '../../ui/MenuContent.tsx';
import { MenuItem } from '../../ui/MenuItem.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { toAlignedText } from './toAlignedText.ts';
import { toCsv } from './toCsv.ts';
import { toMarkdown } from './toMarkdown.ts';

const formats = [
  { name: 'Text (psql format)', write: toAlignedText },
  { name: 'CSV', write: toCsv },
  { name: 'Markdown', write: toMarkdown },
];
const labels = { copied: 'Copied', refused: 'Blocked by the browser' };
const icons = { copied: Check, refused: X };

/** Copies a result in the form that the reader chooses. */
export function CopyMenu({ result }: { result: StatementResult }) {
  const { outcome, copy } = useCopy();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton
          icon={outcome ? icons[outcome] : Copy}
          label={outcome ? labels[outcome] : 'Copy result'}
        />
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {formats.map(({ name, write }) => (
          <MenuItem key={name} onSelect={() => void copy(write(result))}>
            {name}
          </MenuItem>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
