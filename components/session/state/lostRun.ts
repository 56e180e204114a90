import type { RunRecord } from './sessionState.ts';

/** The end of a run of which the server will say no more: the page says `done` in its place, and why. */
export function lostRun(run: RunRecord, now: number, message: string): RunRecord {
  const ms = Math.max(0, now - run.startedAt);
  const done = { type: 'done', outcome: 'unavailable', ms, message } as const;
  return { ...run, events: [...run.events, done], done, running: null, cancelling: false };
}
