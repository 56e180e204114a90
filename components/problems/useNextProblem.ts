import { useCallback, useEffect, useRef } from 'react';
import { useReveal } from '../page/useReveal.ts';
import { useProblems } from './useProblems.ts';

/** Goes from one problem to the next (1) or the one before (-1), round and round. A new run begins at the first. */
export function useNextProblem(): (direction: 1 | -1) => void {
  const problems = useProblems();
  const reveal = useReveal();
  const last = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other problems begin at the first again
  useEffect(() => {
    last.current = null;
  }, [problems]);
  return useCallback(
    (direction) => {
      const placed = problems.filter(({ document, line }) => document !== null && line !== null);
      if (placed.length === 0) return;
      const from = last.current ?? (direction === 1 ? -1 : 0);
      last.current = (from + direction + placed.length) % placed.length;
      const { document, line, column } = placed[last.current] ?? {};
      if (document && line) reveal(document, line, column ?? 1);
    },
    [problems, reveal],
  );
}
