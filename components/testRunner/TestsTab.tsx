'use client';
import { useReveal } from '../page/useReveal.ts';
import { BenchPane } from './BenchPane.tsx';
import { TestsPane } from './TestsPane.tsx';
import { useTests } from './useTests.ts';

/** The tests, in the bottom panel. */
export function TestsTab() {
  return <TestsPane commands={useTests()} onReveal={useReveal()} />;
}

/** The benchmarks, in the bottom panel. */
export function BenchTab() {
  return <BenchPane commands={useTests()} onReveal={useReveal()} />;
}
