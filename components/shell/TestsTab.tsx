'use client';
import { BenchPane } from '../tests/BenchPane.tsx';
import { TestsPane } from '../tests/TestsPane.tsx';
import { useReveal } from './useReveal.ts';
import { useTests } from './useTests.ts';

/** The tests, in the bottom panel. */
export function TestsTab() {
  return <TestsPane commands={useTests()} onReveal={useReveal()} />;
}

/** The benchmarks, in the bottom panel. */
export function BenchTab() {
  return <BenchPane commands={useTests()} onReveal={useReveal()} />;
}
