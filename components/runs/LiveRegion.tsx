'use client';
import { problemsOf } from '../problems/problemsOf.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { announcement } from './announcement.ts';

/** Tells a screen reader how a run goes, politely: stages and the outcome, not each line. */
export function LiveRegion() {
  const current = useSession((state) => state.current);
  const refusal = useSession((state) => state.refusal);
  // The run's own: what checks find while one types is not told over and over.
  const problems = problemsOf(current?.events ?? [], current?.request?.sql ?? '');
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {refusal ? `Not run: ${refusal.message}` : announcement(current, problems)}
    </div>
  );
}
