'use client';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { useProblems } from './useProblems.ts';
import { useReveal } from './useReveal.ts';

/** What is wrong, in the bottom panel. */
export function ProblemsTab() {
  const problems = useProblems();
  const succeeded = useSession((state) => state.current?.done?.outcome === 'ok');
  const reveal = useReveal();
  if (problems.length > 0) return <ProblemList problems={problems} onReveal={reveal} />;
  return (
    <p className="px-3 py-2 text-muted">
      {succeeded ? 'The last run found nothing wrong.' : 'What a run finds wrong appears here.'}
    </p>
  );
}
