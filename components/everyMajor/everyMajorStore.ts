import { create } from 'zustand';
import type { RunRequest } from '../../protocol/project.ts';
import { isOver, type MajorRun } from './majorRun.ts';
import { runOnMajor } from './runOnMajor.ts';

interface EveryMajorState {
  /** One for each major, in their order; empty before the first time. */
  runs: readonly MajorRun[];
  running: boolean;
  /** Why the last press sent nothing: the files break a rule. */
  problem: string | null;
}

/** The runs on all majors are the page's, not the pane's: they go on while the pane is closed. */
export const useEveryMajor = create<EveryMajorState>()(() => ({ runs: [], running: false, problem: null }));

let current: AbortController | null = null;

/**
 * Runs this on each of the majors at once, in containers of their own that are given up at the end. They count for the
 * session, where there is one.
 */
export async function runEveryMajor(
  request: RunRequest,
  majors: readonly { major: number; version: string }[],
  session: string | null,
): Promise<void> {
  if (current) return;
  const controller = new AbortController();
  current = controller;
  const runs = majors.toSorted((a, b) => a.major - b.major);
  useEveryMajor.setState({
    runs: runs.map(({ major, version }) => ({ major, version, events: [], failure: null })),
    running: true,
    problem: null,
  });
  await Promise.all(
    runs.map(async ({ major }) => {
      const failure = await runOnMajor({ ...request, postgres: major }, session, controller.signal, (event) =>
        change(major, (run) => ({ ...run, events: [...run.events, event] })),
      );
      change(major, (run) => (isOver(run) ? run : { ...run, failure }));
    }),
  );
  current = null;
  useEveryMajor.setState({ running: false });
}

/** Stops all of them: the server cancels a run whose client has gone. */
export function cancelEveryMajor(): void {
  current?.abort();
}

function change(major: number, next: (run: MajorRun) => MajorRun): void {
  useEveryMajor.setState(({ runs }) => ({
    runs: runs.map((run) => (run.major === major ? next(run) : run)),
  }));
}
