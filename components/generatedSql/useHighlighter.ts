import { useEffect, useState } from 'react';
import type { Piece } from './highlightSql.ts';

type Highlight = (sql: string) => Piece[][];

/** What colours SQL, once it has loaded; null before, and where it cannot be loaded: the text is there without colours. */
export function useHighlighter(): Highlight | null {
  const [highlight, setHighlight] = useState<{ by: Highlight } | null>(null);
  useEffect(() => {
    let gone = false;
    import('./highlightSql.ts').then(
      ({ highlightSql }) => {
        if (!gone) setHighlight({ by: highlightSql });
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return highlight?.by ?? null;
}
