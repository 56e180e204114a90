'use client';
import { problemsOf } from '../problems/problemsOf.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { announcement } from './announcement.ts';

/** Tells a screen reader how a run goes, politely: stages and the outcome, not each line. */
export function LiveRegion() {
  const current = useSession((state) => state.current);
  const waiting = useSession((state) => state.waiting !== null);
  const refusal = useSession((state) => state.refusal);
  // The run's own: what checks find while one types is not told over and over.
  const problems = problemsOf(current?.events ?? [], current?.request?.sql ?? '');
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {waiting
        ? 'The run waits for the connection and then starts by itself.'
        : refusal
          ? `Not run: ${refusal.message}`
          : announcement(current, problems)}
    </div>
  );
}
