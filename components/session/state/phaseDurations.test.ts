import { expect, it } from 'vitest';
import { phaseDurations } from './phaseDurations.ts';
import type { RunRecord } from './sessionState.ts';

const run: RunRecord = {
  id: '',
  request: null,
  startedAt: 1000,
  phases: [
    { phase: 'queued', atMs: 0, position: 2 },
    { phase: 'building', atMs: 300, position: null },
  ],
  events: [],
  running: null,
  incomplete: false,
  done: null,
  cancelling: false,
};

it('counts the phase that goes on up to now', () => {
  expect(phaseDurations(run, 1800)).toEqual([
    { phase: 'queued', ms: 300, current: false, position: 2 },
    { phase: 'building', ms: 500, current: true, position: null },
  ]);
});

it('ends the last phase with the run', () => {
  const ended = { ...run, done: { type: 'done', outcome: 'ok', ms: 450 } as const };
  expect(phaseDurations(ended, 99_000)[1]).toEqual({
    phase: 'building',
    ms: 150,
    current: false,
    position: null,
  });
});

it('adds up a phase that came twice', () => {
  const again = { ...run, phases: [...run.phases, { phase: 'queued' as const, atMs: 400, position: 1 }] };
  expect(phaseDurations(again, 1500).map(({ phase, ms }) => [phase, ms])).toEqual([
    ['queued', 400],
    ['building', 100],
  ]);
});

it('never counts backwards where the clock does', () => {
  expect(phaseDurations(run, 0).every(({ ms }) => ms >= 0)).toBe(true);
});
