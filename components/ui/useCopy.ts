import { useEffect, useState } from 'react';
import { copyText } from './copyText.ts';

/** How long the button says what came of it. */
const shownMs = 1600;

/** Copies a text and says, for a while, what came of it. */
export function useCopy() {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  return {
    outcome,
    copy: async (text: string) => setOutcome((await copyText(text)) ? 'copied' : 'refused'),
  };
}
