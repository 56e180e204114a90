'use client';
import { CopyButton } from '../ui/CopyButton.tsx';

/** Copies the text of a tab of the bottom panel, where there is one. */
export function CopyToolText({ useText }: { useText: () => string }) {
  const text = useText();
  return text === '' ? null : <CopyButton label="Copy text" text={() => text} />;
}
