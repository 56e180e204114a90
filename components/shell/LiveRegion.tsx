'use client';
import { useSession } from '../session/SessionProvider.tsx';
import { announcement } from './announcement.ts';
import { useProblems } from './useProblems.ts';

/** Tells a screen reader how a run goes, politely: stages and the outcome, not each line. */
export function LiveRegion() {
  const current = useSession((state) => state.current);
  const refusal = useSession((state) => state.refusal);
  const problems = useProblems();
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {refusal ? `Not run: ${refusal.message}` : announcement(current, problems)}
    </div>
  );
}
