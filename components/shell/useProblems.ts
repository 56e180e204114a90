import { useMemo } from 'react';
import type { Problem } from '../problems/problem.ts';
import { problemsOf } from '../problems/problemsOf.ts';
import { useSession } from '../session/SessionProvider.tsx';

/** What the last run found wrong. */
export function useProblems(): Problem[] {
  const events = useSession((state) => state.current?.events);
  const script = useSession((state) => state.current?.request?.sql);
  return useMemo(() => problemsOf(events ?? [], script ?? ''), [events, script]);
}
