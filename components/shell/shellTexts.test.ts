import { expect, it } from 'vitest';
import { initialSession } from '../session/initialSession.ts';
import type { PhaseTime, RunRecord } from '../session/sessionState.ts';
import { announcement } from './announcement.ts';
import { connectionText } from './connectionText.ts';
import { openTabs, tabAfterClosing } from './openTabs.ts';
import { sleepText } from './sleepText.ts';
import { stagesOf } from './stages.ts';

const run = (phases: PhaseTime[], doneMs: number | null): RunRecord => ({
  id: 'a',
  request: null,
  startedAt: 1000,
  phases,
  events: [],
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

it('says how the page stands to its container, and what to do', () => {
  const open = { ...initialSession, connection: { state: 'open' } as const };
  expect(connectionText(initialSession, 0).text).toBe('Connecting…');
  expect(connectionText({ ...open, container: 'ready' }, 0).tone).toBe('ready');
  expect(connectionText({ ...open, container: 'queued', position: 4 }, 0).text).toContain('number 4');
  expect(connectionText({ ...open, ended: 'idle' }, 0).text).toContain('idle');
  const lost = { ...initialSession, connection: { state: 'reconnecting', nextTryAt: 3500 } as const };
  expect(connectionText(lost, 0)).toMatchObject({
    text: 'Connection lost, retrying in 4 s',
    action: 'retry',
  });
  expect(connectionText(lost, 9000).text).toContain('retrying now');
});

it('counts down to the end of the container, by whichever comes first', () => {
  const awake = {
    ...initialSession,
    container: 'ready' as const,
    idleEndsAt: 14.5 * 60_000,
    ageEndsAt: 3.6e7,
  };
  expect(sleepText(initialSession, 0)).toBeNull();
  expect(sleepText(awake, 0)).toEqual({ text: 'Stops in 14 min if idle', soon: false, canKeepAwake: true });
  expect(sleepText(awake, 13 * 60_000)).toEqual({
    text: 'Stops in 90 s if idle',
    soon: true,
    canKeepAwake: true,
  });
  expect(sleepText({ ...awake, idleEndsAt: 4e7 }, 0)).toEqual({
    text: 'Container stops in 10 h',
    soon: false,
    canKeepAwake: false,
  });
  expect(sleepText({ ...awake, ending: { reason: 'draining', at: 5000 } }, 0)?.text).toBe(
    'Container stops in 5 s',
  );
});

it('tells a screen reader where a run is and what came of it', () => {
  expect(announcement(null, [])).toBe('');
  expect(announcement(run([phase('queued', 0, 3)], null), [])).toBe('Waiting: number 3 in the queue.');
  expect(announcement(run([phase('building', 0)], null), [])).toBe('Building.');
  expect(announcement(run([], 640), [])).toBe('Done in 640 ms: 0 results.');
});

it('keeps tabs for the files that are there, and goes to a neighbour when one is closed', () => {
  const files = { a: '', b: '', c: '' };
  expect(openTabs(['a', 'gone'], files, 'b')).toEqual(['a', 'b']);
  expect(openTabs(['a', 'b'], files, 'a')).toEqual(['a', 'b']);
  expect(tabAfterClosing(['a', 'b', 'c'], 'b')).toBe('c');
  expect(tabAfterClosing(['a', 'b'], 'b')).toBe('a');
  expect(tabAfterClosing(['a'], 'a')).toBeNull();
});
