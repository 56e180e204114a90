'use client';
import { useEffect, useRef } from 'react';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { BenchTable } from './BenchTable.tsx';
import { TwinForm } from './TwinForm.tsx';
import { TwinReport } from './TwinReport.tsx';
import { useTestRun } from './testRuns.ts';
import { useTestCommands } from './useTestCommands.ts';

/** Benchmarks: the project's own, and a function against its twin. How the code was compiled stands with the figures. */
export function BenchPane() {
  const commands = useTestCommands();
  const { reveal } = usePage();
  const busy = useSession(isRunning);
  const cancel = useSession((state) => state.cancel);
  const { run, running } = useTestRun('bench');
  const events = run?.events ?? [];
  const plan = events.find((event) => event.type === 'benchPlan' || event.type === 'twinPlan');
  const failed =
    run?.done && run.done.outcome !== 'ok' && run.done.outcome !== 'checksFailed' ? run.done : null;
  const error = events.findLast(
    (event) => event.type === 'sqlError' || event.type === 'crash' || event.type === 'limit',
  );
  const found = useRef<HTMLElement>(null);
  const hasPlan = plan !== undefined;
  useEffect(() => {
    // Where there is no room beside the form, what was found is below it and out of sight.
    if (running && hasPlan) found.current?.scrollIntoView({ block: 'start' });
  }, [running, hasPlan]);
  return (
    <div
      className={`grid gap-x-8 gap-y-3 px-3 py-2 ${run ? 'min-[64rem]:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]' : ''}`}
    >
      <div className="space-y-3">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <TextButton disabled={busy} className="disabled:text-faint" onClick={() => commands.runBenches()}>
            Run benchmarks
          </TextButton>
          {running && <TextButton onClick={cancel}>Cancel</TextButton>}
          <span role="status" className="text-muted">
            {running &&
              (plan
                ? 'Measuring: each benchmark takes 8 s or more.'
                : 'Compiling with optimizations. The first time takes a few seconds…')}
          </span>
        </p>
        <TwinForm busy={busy} onTime={commands.runBenches} />
      </div>
      <section ref={found} aria-label="Benchmark results" className="min-w-0 space-y-3 empty:hidden">
        {failed && (
          <p className="border-bad border-l-2 pl-3">
            {failed.outcome === 'buildFailed'
              ? 'The build failed, so nothing was measured. See Problems and the build log. Benchmarks need the feature pg_bench; the starter’s Cargo.toml has it.'
              : (error?.message ?? failed.message ?? `Stopped measuring: ${failed.outcome}.`)}
          </p>
        )}
        {run?.done?.outcome === 'checksFailed' && run.done.message && (
          <p className="border-warn border-l-2 pl-3">{run.done.message}</p>
        )}
        {plan?.type === 'benchPlan' && <BenchTable events={events} names={plan.names} onReveal={reveal} />}
        {plan?.type === 'twinPlan' && <TwinReport plan={plan} events={events} twin={run?.request?.twin} />}
        {plan && <p className="text-muted text-small">{plan.compiled}</p>}
      </section>
    </div>
  );
}
