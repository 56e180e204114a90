import type { Action } from '../palette/action.ts';
import type { TestCommands } from '../tests/useTestCommands.ts';

/** What can be run of tests and benchmarks. */
export function testActions(tests: TestCommands): Action[] {
  const group = 'Run';
  return [
    { id: 'runTests', name: 'Run all tests', group, perform: () => tests.runTests() },
    { id: 'runTest', name: 'Run test at cursor', group, perform: tests.runTestAtCaret },
    { id: 'runFailed', name: 'Rerun failed tests', group, perform: tests.runFailed },
    { id: 'runRegress', name: 'Run regression tests', group, perform: () => tests.runRegress() },
    { id: 'runBenches', name: 'Run benchmarks', group, perform: () => tests.runBenches() },
  ];
}
