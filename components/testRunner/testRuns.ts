import { useEffect } from 'react';
import { create } from 'zustand';
import type { RunMode } from '../../protocol/project.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import type { RunRecord } from '../session/state/sessionState.ts';
import type { PlannedTest } from './testReport.ts';

/** The modes whose last run has a pane of its own, beside the results. */
export type TestMode = Extract<RunMode, 'test' | 'regress' | 'bench'>;

interface TestRuns {
  /** The item of the tree that is chosen, by its key. */
  chosen: string | null;
  /** The tests that macros make, as the last run of all tests has found them. */
  made: readonly PlannedTest[];
}

export const useTestRuns = create<TestRuns>()(() => ({ chosen: null, made: [] }));

/** Keeps what the last run of all tests has found, over runs of some of them. To be used once on the page. */
export function useKeepMadeTests(): void {
  const plan = useSession(({ lastRuns: { test } }) =>
    test?.request?.only ? undefined : test?.events.find((event) => event.type === 'testPlan'),
  );
  useEffect(() => {
    if (plan) useTestRuns.setState({ made: plan.tests.filter((test) => test.made) });
  }, [plan]);
}

/** The last run of a mode, and whether it is under way. */
export function useTestRun(mode: TestMode): { run: RunRecord | null; running: boolean } {
  const run = useSession((state) => state.lastRuns[mode] ?? null);
  const running = useSession((state) => isRunning(state) && state.current?.id === run?.id);
  return { run, running };
}
