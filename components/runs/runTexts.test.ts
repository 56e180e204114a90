import { expect, it } from 'vitest';
import type { PhaseTime, RunRecord } from '../session/state/sessionState.ts';
import { announcement } from './announcement.ts';
import { compilingOf } from './compilingOf.ts';
import { stagesOf } from './stages.ts';

const run = (phases: PhaseTime[], doneMs: number | null): RunRecord => ({
  id: 'a',
  request: null,
  startedAt: 1000,
  phases,
  events: [],
  running: null,
  incomplete: false,
  done: doneMs === null ? null : { type: 'done', outcome: 'ok', ms: doneMs },
  cancelling: false,
});
const phase = (name: PhaseTime['phase'], atMs: number, position: number | null = null) => ({
  phase: name,
  atMs,
  position,
});

it('keeps the strip in shape and leaves out waits that nobody noticed', () => {
  expect(stagesOf(null, null, 0).map(({ name, ms }) => [name, ms])).toEqual([
    ['build', null],
    ['install', null],
    ['SQL', null],
  ]);
  const before = run([phase('building', 0), phase('installing', 500), phase('running', 600)], 700);
  const now = run([phase('queued', 0), phase('starting', 10), phase('building', 300)], null);
  expect(stagesOf(now, before, 1900)).toMatchObject([
    { name: 'start', ms: 290, current: false, beforeMs: null },
    { name: 'build', ms: 600, current: true, beforeMs: 500 },
    { name: 'install', ms: null, beforeMs: 100 },
    { name: 'SQL', ms: null, beforeMs: 100 },
  ]);
});

it('tells a screen reader where a run is and what came of it', () => {
  expect(announcement(null, [])).toBe('');
  expect(announcement(run([phase('queued', 0, 3)], null), [])).toBe('Waiting: number 3 in the queue.');
  expect(announcement(run([phase('building', 0)], null), [])).toBe('Building.');
  expect(announcement(run([], 640), [])).toBe('Done in 640 ms: 0 results.');
});

it('[E8] tells how far the compiling of dependencies is, as long as it goes on', () => {
  const compiling = (done: number) => ({ type: 'compiling', why: 'w', done, total: 30 }) as const;
  const building = { ...run([phase('building', 0)], null), events: [compiling(1), compiling(2)] };
  expect(compilingOf({ current: building })).toEqual(compiling(2));
  const installing = { ...building, phases: [phase('building', 0), phase('installing', 9)] };
  expect(compilingOf({ current: installing })).toBeNull();
  expect(compilingOf({ current: { ...building, done: { type: 'done', outcome: 'ok', ms: 1 } } })).toBeNull();
  expect(compilingOf({ current: null })).toBeNull();
});
