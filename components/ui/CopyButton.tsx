'use client';
import { Check, Copy, X } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import { useCopy } from './useCopy.ts';

const labels = { copied: 'Copied', refused: 'Blocked by the browser' };
const icons = { copied: Check, refused: X };

/** Copies what `text` gives at the press, so that a long text is made only then. */
export function CopyButton({ label, text, disabled }: { label: string; text(): string; disabled?: boolean }) {
  const { outcome, copy } = useCopy();
  return (
    <IconButton
      icon={outcome ? icons[outcome] : Copy}
      label={outcome ? labels[outcome] : label}
      disabled={disabled}
      onClick={() => copy(text())}
    />
  );
}
