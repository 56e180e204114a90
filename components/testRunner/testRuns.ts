import { useEffect } from 'react';
import { create } from 'zustand';
import type { RunMode } from '../../protocol/project.ts';
import { useSession, useSessionStore } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import type { RunRecord } from '../session/state/sessionState.ts';
import type { PlannedTest } from './testReport.ts';

/** The modes whose last run has a pane of its own, beside the results. */
export type TestMode = Extract<RunMode, 'test' | 'regress' | 'bench'>;

const modes: readonly RunMode[] = ['test', 'regress', 'bench'];

interface TestRuns {
  last: Partial<Record<RunMode, RunRecord>>;
  /** The item of the tree that is chosen, by its key. */
  chosen: string | null;
  /** The tests that macros make, as the last run of all tests has found them. */
  made: readonly PlannedTest[];
}

export const useTestRuns = create<TestRuns>()(() => ({ last: {}, chosen: null, made: [] }));

/** Keeps the last run of each mode, which the session forgets after two others. To be used once on the page. */
export function useKeepTestRuns(): void {
  const session = useSessionStore();
  useEffect(
    () =>
      session.subscribe(({ current }) => {
        const mode = current?.request?.mode;
        // What was refused has said nothing, and is no run.
        if (!current || !mode || !modes.includes(mode) || current.events.length === 0) return;
        if (useTestRuns.getState().last[mode] === current) return;
        const plan = current.request?.only
          ? undefined
          : current.events.find(({ type }) => type === 'testPlan');
        useTestRuns.setState(({ last, made }) => ({
          last: { ...last, [mode]: current },
          made: plan?.type === 'testPlan' ? plan.tests.filter((test) => test.made) : made,
        }));
      }),
    [session],
  );
}

/** The last run of a mode, and whether it is under way. */
export function useTestRun(mode: TestMode): { run: RunRecord | null; running: boolean } {
  const run = useTestRuns((state) => state.last[mode] ?? null);
  const running = useSession((state) => isRunning(state) && state.current?.id === run?.id);
  return { run, running };
}
