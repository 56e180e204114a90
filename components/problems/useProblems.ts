import { useMemo } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { checkedAfterRun } from '../session/state/checkedAfterRun.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './problemsOf.ts';

/** What the last run found wrong, or a newer check of the files. */
export function useProblems(): Problem[] {
  const events = useSession((state) => state.current?.events);
  const script = useSession((state) => state.current?.request?.sql);
  const checked = useSession(checkedAfterRun);
  return useMemo(() => {
    const ofRun = (events ?? []).filter(({ type }) => type !== 'diagnostic' || !checked);
    return problemsOf([...(checked?.events ?? []), ...ofRun], script ?? '');
  }, [events, script, checked]);
}
