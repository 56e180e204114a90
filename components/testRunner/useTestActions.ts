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
      { id: 'runTest', name: 'Run test at cursor', group, perform: tests.runTestAtCaret },
      { id: 'runFailed', name: 'Rerun failed tests', group, perform: tests.runFailed },
      { id: 'runRegress', name: 'Run regression tests', group, perform: () => tests.runRegress() },
      { id: 'runBenches', name: 'Run benchmarks', group, perform: () => tests.runBenches() },
    ];
  }, [tests]);
}
