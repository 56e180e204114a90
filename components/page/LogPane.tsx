'use client';
import { useDeferredValue } from 'react';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { OutputText } from '../ui/text/OutputText.tsx';
import { useFollowEnd } from '../ui/useFollowEnd.ts';
import { usePage } from './usePage.ts';

interface LogPaneProps {
  text: string;
  /** What is said where there is no output. */
  empty: string;
}

/** Output that grows while a run goes on, cargo's or the Postgres server's; the places that it names can be gone to. */
export function LogPane({ text, empty }: LogPaneProps) {
  const { isFile, reveal } = usePage();
  const shown = useDeferredValue(text);
  const follow = useFollowEnd(shown, { fromStart: true });
  return (
    <ScrollRegion {...follow} className="h-full overflow-auto">
      {shown ? (
        <OutputText text={shown} isFile={isFile} onReveal={reveal} />
      ) : (
        <p className="px-3 py-2 text-muted">{empty}</p>
      )}
    </ScrollRegion>
  );
}
