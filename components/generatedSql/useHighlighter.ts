import { useEffect, useState } from 'react';
import type { CodeLanguage, Piece } from './highlightCode.ts';

type Highlight = (text: string, language: CodeLanguage) => Piece[][];

/** What colours SQL and Rust, once it has loaded; null before, and where it cannot be loaded: the text is there without colours. */
export function useHighlighter(): Highlight | null {
  const [highlight, setHighlight] = useState<{ by: Highlight } | null>(null);
  useEffect(() => {
    let gone = false;
    import('./highlightCode.ts').then(
      ({ highlightCode }) => {
        if (!gone) setHighlight({ by: highlightCode });
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return highlight?.by ?? null;
}
