import { useMemo } from 'react';
import { useLayout } from '../page/layoutStore.ts';
import type { ToolTab } from '../page/panes.ts';
import { type TestCommands, useTestCommands } from './useTestCommands.ts';

const tell = (runProblem: string | null) => useLayout.setState({ runProblem });

const show = (toolTab: ToolTab) => useLayout.setState({ toolTab, toolsOpen: true, phonePane: 'results' });

/** What can be run of tests; each shows the pane that tells of it. */
export function useTests(): TestCommands {
  const commands = useTestCommands(tell);
  return useMemo(() => {
    const shown =
      <A extends unknown[]>(tab: ToolTab, command: (...given: A) => void) =>
      (...given: A) => {
        show(tab);
        command(...given);
      };
    return {
      runTests: shown('tests', commands.runTests),
      runRegress: shown('tests', commands.runRegress),
      runFailed: shown('tests', commands.runFailed),
      runTestAtCaret: shown('tests', commands.runTestAtCaret),
      runBenches: shown('benchmarks', commands.runBenches),
    };
  }, [commands]);
}
