'use client';
import type { Feature } from '../page/feature.ts';
import { BenchPane } from './BenchPane.tsx';
import { TestsPane } from './TestsPane.tsx';
import { useKeepMadeTests } from './testRuns.ts';
import { useTestActions } from './useTestActions.ts';
import { useFailedCount } from './useTestItems.ts';

/** Tests, regression files and benchmarks. */
export const testRunner: Feature = {
  id: 'testRunner',
  tabs: [
    { id: 'tests', name: 'Tests', Content: TestsPane, useCount: useFailedCount },
    { id: 'benchmarks', name: 'Benchmarks', Content: BenchPane },
  ],
  useActions: useTestActions,
  useBackground: useKeepMadeTests,
};
