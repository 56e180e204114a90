import { useMemo } from 'react';
import type { RunRequest } from '../../protocol/project.ts';
import { isRunning } from '../session/isRunning.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { isFailed, regressItems, testAtLine, testItems } from './testReport.ts';
import { type TestMode, useTestRuns } from './testRuns.ts';

export interface TestCommands {
  /** All, or those of these names. */
  runTests(only?: string[]): void;
  runRegress(only?: string[]): void;
  runBenches(twin?: RunRequest['twin']): void;
  /** What failed in the last runs, tests before regression files. */
  runFailed(): void;
  runTestAtCaret(): void;
}

/** What can be run of tests. `lock` gives the lock file that goes with the project, as for a run. While a run is on nothing is: Cancel is a thing of its own. */
export function useTestCommands(
  onProblem: (problem: string | null) => void,
  lock: () => Pick<RunRequest, 'lock'>,
): TestCommands {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useMemo(() => {
    const start = (mode: TestMode, more: Partial<RunRequest>) => {
      if (isRunning(session.getState())) return;
      const answer = toRunRequest(workspace.getState());
      onProblem('problem' in answer ? answer.problem : null);
      if ('request' in answer) session.getState().run({ ...answer.request, ...lock(), mode, ...more });
    };
    const eventsOf = (mode: TestMode) => useTestRuns.getState().last[mode]?.events ?? [];
    const commands: TestCommands = {
      runTests: (only) => start('test', only ? { only } : {}),
      runRegress: (only) => start('regress', only ? { only } : {}),
      runBenches: (twin) => start('bench', twin ? { twin } : {}),
      runFailed() {
        const { files } = workspace.getState();
        const failed = testItems(files, eventsOf('test'), false).filter(isFailed);
        if (failed.length > 0) return commands.runTests(failed.map(({ name }) => name));
        const unlike = regressItems(files, eventsOf('regress'), false).filter(isFailed);
        if (unlike.length > 0) commands.runRegress(unlike.map(({ name }) => name));
      },
      runTestAtCaret() {
        const { files, caret } = workspace.getState();
        const test = caret && testAtLine(testItems(files, [], false), caret.document, caret.line);
        if (!test) return onProblem('The cursor isn’t in a test.');
        useTestRuns.setState({ chosen: test.key });
        commands.runTests([test.name]);
      },
    };
    return commands;
  }, [workspace, session, onProblem, lock]);
}
