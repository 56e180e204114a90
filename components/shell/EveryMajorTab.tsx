'use client';
import { EveryMajorPane } from '../everyMajor/EveryMajorPane.tsx';
import { useRunEveryMajor } from './useRunEveryMajor.ts';

/** The runs on every Postgres, in the bottom panel. */
export function EveryMajorTab() {
  return <EveryMajorPane onRun={useRunEveryMajor()} />;
}
