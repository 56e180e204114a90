'use client';
import { useMemo } from 'react';
import { countOf } from '../ui/format/countOf.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { compareMajors } from './compareMajors.ts';
import { cancelEveryMajor, useEveryMajor } from './everyMajorStore.ts';
import { MajorHeads } from './MajorHeads.tsx';
import { isOver } from './majorRun.ts';
import { StepView } from './StepView.tsx';

/** One source on every installed Postgres: what differs side by side, what is equal folded. */
export function EveryMajorPane({ onRun }: { onRun: () => void }) {
  const { runs, running, problem } = useEveryMajor();
  const compared = runs.filter((run) => run.failure === null && isOver(run));
  const over = compared.map(({ major }) => major).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has ended does not change any more
  const steps = useMemo(() => compareMajors(compared.map(({ events }) => events)), [over, running]);
  const differing = steps.filter(({ same }) => !same).length;
  return (
    <section aria-label="All versions" className="px-3 py-2">
      <p aria-live="polite" className="mb-2">
        {problem !== null && <span className="text-bad">{problem} </span>}
        {runs.length === 0 &&
          'Run the same code and SQL on every installed Postgres version and compare the results. '}
        {running && `${compared.length} of ${runs.length} finished. `}
        {!running && runs.length > 0 && verdict(compared.length, runs.length, differing)}
        {running ? (
          <TextButton onClick={cancelEveryMajor}>Cancel all</TextButton>
        ) : (
          <TextButton onClick={onRun}>Compile and run on all Postgres versions</TextButton>
        )}
      </p>
      <MajorHeads runs={runs} />
      {compared.length > 1 &&
        steps.map((step) => (
          <StepView key={step.key} step={step} majors={compared.map(({ major }) => major)} />
        ))}
    </section>
  );
}

function verdict(compared: number, all: number, differing: number): string {
  if (compared < 2) return 'Fewer than two versions returned results, so there is nothing to compare. ';
  const of = compared < all ? ` (${compared} of ${all} compared)` : '';
  return differing === 0
    ? `No differences${of}. `
    : `${countOf(differing, 'step')} of the run differ${differing === 1 ? 's' : ''}${of}. `;
}
