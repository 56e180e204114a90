'use client';
import { useAddCrate } from '../page/remedies/useAddCrate.ts';
import { useMending } from '../page/remedies/useMending.ts';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { checkedAfterRun } from '../session/state/checkedAfterRun.ts';
import { ProblemList } from './ProblemList.tsx';
import { useProblems } from './useProblems.ts';

/** What is wrong, in the bottom panel. */
export function ProblemsTab() {
  const problems = useProblems();
  const succeeded = useSession((state) => state.current?.done?.outcome === 'ok');
  const checked = useSession((state) => checkedAfterRun(state)?.done?.outcome);
  const { reveal } = usePage();
  const addCrate = useAddCrate();
  const mending = useMending();
  if (problems.length > 0)
    return <ProblemList problems={problems} onReveal={reveal} remedyOf={addCrate} mending={mending} />;
  return (
    <p className="px-3 py-2 text-muted">
      {checked === 'ok'
        ? 'No problems found by the compiler.'
        : succeeded
          ? 'No problems in the last run.'
          : 'Problems found by a run or a check appear here.'}
    </p>
  );
}
