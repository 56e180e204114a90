'use client';
import { useDeferredValue } from 'react';
import { OutputText } from '../ui/text/OutputText.tsx';
import { useFollowEnd } from '../ui/useFollowEnd.ts';

interface BuildLogPaneProps {
  text: string;
  /** What is said where there is no output. */
  empty: string;
  isFile: (path: string) => boolean;
  onReveal: (file: string, line: number, column: number) => void;
}

/** Output that grows while a run goes on: cargo's, or the Postgres server's. */
export function BuildLogPane({ text, empty, isFile, onReveal }: BuildLogPaneProps) {
  const shown = useDeferredValue(text);
  const follow = useFollowEnd(shown, { fromStart: true });
  return (
    <div
      {...follow}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-full overflow-auto"
    >
      {shown ? (
        <OutputText text={shown} isFile={isFile} onReveal={onReveal} />
      ) : (
        <p className="px-3 py-2 text-muted">{empty}</p>
      )}
    </div>
  );
}
