import { useMemo } from 'react';
import type { RunRequest } from '../../protocol/project.ts';
import { usePage } from '../page/usePage.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
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

/** What can be run of tests; each shows the pane that tells of it. While a run is on nothing is: Cancel is a thing of its own. */
export function useTestCommands(): TestCommands {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const { runProject, showTool } = usePage();
  return useMemo(() => {
    const eventsOf = (mode: TestMode) => session.getState().lastRuns[mode]?.events ?? [];
    const runTests = (only?: string[]) => {
      showTool('tests');
      runProject('test', only ? { only } : {});
    };
    const runRegress = (only?: string[]) => {
      showTool('tests');
      runProject('regress', only ? { only } : {});
    };
    return {
      runTests,
      runRegress,
      runBenches(twin) {
        showTool('benchmarks');
        runProject('bench', twin ? { twin } : {});
      },
      runFailed() {
        showTool('tests');
        const { files } = workspace.getState();
        const failed = testItems(files, eventsOf('test'), false).filter(isFailed);
        if (failed.length > 0) return runTests(failed.map(({ name }) => name));
        const unlike = regressItems(files, eventsOf('regress'), false).filter(isFailed);
        if (unlike.length > 0) runRegress(unlike.map(({ name }) => name));
      },
      runTestAtCaret() {
        showTool('tests');
        const { files, caret } = workspace.getState();
        const test = caret && testAtLine(testItems(files, [], false), caret.document, caret.line);
        if (!test) return session.getState().refuse('The cursor isn’t in a test.');
        useTestRuns.setState({ chosen: test.key });
        runTests([test.name]);
      },
    };
  }, [workspace, session, runProject, showTool]);
}
