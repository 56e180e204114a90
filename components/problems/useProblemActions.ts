import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Action } from '../page/action.ts';
import { usePage } from '../page/usePage.ts';
import { useProblems } from './useProblems.ts';

/** The ways to what is wrong. */
export function useProblemActions(): Action[] {
  const nextProblem = useNextProblem();
  return useMemo(() => {
    const group = 'Go to';
    return [
      { id: 'nextProblem', name: 'Next problem', keys: 'F8', group, perform: () => nextProblem(1) },
      {
        id: 'previousProblem',
        name: 'Previous problem',
        keys: 'Shift+F8',
        group,
        perform: () => nextProblem(-1),
      },
    ];
  }, [nextProblem]);
}

/** Goes from one problem to the next (1) or the one before (-1), round and round. A new run begins at the first. */
function useNextProblem(): (direction: 1 | -1) => void {
  const problems = useProblems();
  const { reveal } = usePage();
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
