import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { useTestCommands } from './useTestCommands.ts';

/** What can be run of tests and benchmarks. */
export function useTestActions(): Action[] {
  const tests = useTestCommands();
  return useMemo(() => {
    const group = 'Run';
    return [
      { id: 'runTests', name: 'Run all tests', group, perform: () => tests.runTests() },
      { id: 'runTest', name: 'Run the test at the cursor', group, perform: tests.runTestAtCaret },
      { id: 'runFailed', name: 'Run the tests that failed', group, perform: tests.runFailed },
      { id: 'runRegress', name: 'Run the regression files', group, perform: () => tests.runRegress() },
      { id: 'runBenches', name: 'Run the benchmarks', group, perform: () => tests.runBenches() },
    ];
  }, [tests]);
}
