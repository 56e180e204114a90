import { expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { type RunMode, runRequest } from '../../../protocol/project.ts';
import { initialSession } from './initialSession.ts';
import { withLastRuns } from './lastRuns.ts';
import { newRecord } from './newRecord.ts';
import type { RunRecord, SessionData } from './sessionState.ts';

const built: RunEvent = { type: 'build', ok: true, ms: 1 };
const installed = { type: 'extension', name: 'x', version: '1', sql: '' } as RunEvent;

function run(mode: RunMode, ...events: RunEvent[]): RunRecord {
  return { ...newRecord(mode, 0, runRequest.parse({ files: { 'src/lib.rs': '' }, mode })), events };
}
const after = (state: SessionData, next: Partial<SessionData>) => withLastRuns({ ...state, ...next }, state);

it('keeps the last run of each mode while others come and go', () => {
  const tests = run('test', built);
  const check = run('lessonCheck', built);
  const state = [tests, check, run('run', built), run('run', installed)].reduce(
    (before, current) => after(before, { current, previous: before.current }),
    initialSession,
  );
  expect(state.lastRuns.test).toBe(tests);
  expect(state.lastRuns.lessonCheck).toBe(check);
  expect(state.lastRuns.run?.events).toEqual([installed]);
});

it('takes no run for the last one that has said nothing yet', () => {
  const first = after(initialSession, { current: run('test', built) });
  expect(after(first, { current: run('test') }).lastRuns.test?.events).toEqual([built]);
});

it('knows a check of a lesson by what it says', () => {
  const told = { type: 'lessonCheck', name: 'a', ok: true } as RunEvent;
  const forgotten = { ...run('run', told), request: null };
  expect(after(initialSession, { current: forgotten }).lastRuns).toEqual({ lessonCheck: forgotten });
});

it('keeps the last run that Postgres answered behind those that it did not', () => {
  const answered = run('run', built, installed);
  const first = after(initialSession, { current: answered });
  expect(first.answered).toBeNull();
  const second = after(first, { current: run('run', built), previous: answered });
  expect(second.answered).toBe(answered);
  expect(after(second, { current: run('run'), previous: second.current }).answered).toBe(answered);
});
