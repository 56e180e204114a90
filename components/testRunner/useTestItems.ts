import { useMemo } from 'react';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { isFailed, regressItems, type TestItem, testItems } from './testReport.ts';
import { useTestRun, useTestRuns } from './testRuns.ts';

/** The tests and regression files that there are, with what is known of each. */
export function useTestItems(): TestItem[] {
  const files = useWorkspace((state) => state.files);
  const tests = useTestRun('test');
  const regress = useTestRun('regress');
  const made = useTestRuns((state) => state.made);
  return useMemo(
    () => [
      ...testItems(files, tests.run?.events ?? [], tests.running, made),
      ...regressItems(files, regress.run?.events ?? [], regress.running),
    ],
    [files, tests.run, tests.running, made, regress.run, regress.running],
  );
}

/** How many did not give what is wanted. */
export const useFailedCount = () => useTestItems().filter(isFailed).length;
