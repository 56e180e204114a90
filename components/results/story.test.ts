import { expect, it } from 'vitest';
import type { RunEvent, RunEventOf } from '../../protocol/events/events.ts';
import { resultsOf } from '../session/state/runParts.ts';
import type { RunRecord } from '../session/state/sessionState.ts';
import { type Notice, toStory } from './story.ts';
import { timelineOf } from './timelineOf.ts';

const build: RunEventOf<'build'> = { type: 'build', ok: true, ms: 580 };
const statement = (index: number, sql = `select ${index}`): RunEventOf<'statement'> => ({
  type: 'statement',
  index,
  sql,
  command: 'SELECT',
  rowCount: 1,
  columns: [],
  rows: [[]],
  truncated: false,
  ms: 1,
});
const notice = (message: string): RunEventOf<'notice'> => ({
  type: 'notice',
  severity: 'NOTICE',
  message,
  detail: null,
  hint: null,
  where: null,
});
const crash: RunEventOf<'crash'> = { type: 'crash', signal: 'SIGSEGV', message: 'died', index: 1 };
const done = (outcome: RunEventOf<'done'>['outcome']): RunEventOf<'done'> => ({
  type: 'done',
  outcome,
  ms: 9,
});

const run = (events: RunEvent[]): RunRecord => ({
  id: 'a',
  request: null,
  startedAt: 0,
  phases: [],
  events,
  running: null,
  incomplete: false,
  done: events.find((event) => event.type === 'done') ?? null,
  cancelling: false,
});
const keysOf = (shown: ReturnType<typeof timelineOf>) =>
  shown.map(({ item, stale }) => (stale ? `(${item.key})` : item.key));

it('puts each notice with what came next', () => {
  const notified = { type: 'notification', channel: 'n', payload: 'p', pid: 7 } as const;
  const story = toStory([build, notice('a'), statement(0), notice('b'), notified, crash, done('crashed')]);
  const brief = (one: Notice) => (one.type === 'notice' ? one.message : one.channel);
  expect(story.map(({ key, notices }) => [key, notices.map(brief)])).toEqual([
    ['build', []],
    ['statement:0', ['a']],
    ['statement:1', ['b', 'n']],
  ]);
});

it('shows notices before their statement has ended, and keeps those of one that never did', () => {
  expect(toStory([notice('a')]).map(({ kind }) => kind)).toEqual(['pending']);
  expect(toStory([notice('a'), done('cancelled')]).map(({ kind }) => kind)).toEqual(['pending', 'done']);
});

it('says nothing of an end that went well or was explained', () => {
  expect(toStory([build, done('ok')]).map(({ kind }) => kind)).toEqual(['build']);
  expect(toStory([crash, done('crashed')]).map(({ kind }) => kind)).toEqual(['abnormalEnd']);
  expect(toStory([done('cancelled')]).map(({ kind }) => kind)).toEqual(['done']);
  expect(toStory([{ ...done('limited'), message: 'Too much.' }]).map(({ kind }) => kind)).toEqual(['done']);
});

it('tells several results of one statement apart', () => {
  expect(toStory([statement(0), statement(0)]).map(({ key }) => key)).toEqual([
    'statement:0',
    'statement:0.1',
  ]);
});

it('replaces the old story piece by piece while a run goes on', () => {
  const previous = run([build, statement(0), statement(1), done('ok')]);
  expect(keysOf(timelineOf(run([]), previous))).toEqual(['(build)', '(statement:0)', '(statement:1)']);
  expect(keysOf(timelineOf(run([build, statement(0)]), previous))).toEqual([
    'build',
    'statement:0',
    '(statement:1)',
  ]);
  expect(keysOf(timelineOf(run([build, statement(0), done('ok')]), previous))).toEqual([
    'build',
    'statement:0',
  ]);
});

it('leaves the last answers standing below a run that never reached Postgres', () => {
  const previous = run([build, statement(0), done('ok')]);
  const failed = run([{ ...build, ok: false }, done('buildFailed')]);
  expect(keysOf(timelineOf(failed, previous))).toEqual(['build', '(statement:0)']);
});

it('tells the server’s log of the run after its statements, and nothing of the build’s', () => {
  const log = (stream: 'stderr' | 'postgres'): RunEvent => ({ type: 'log', stream, text: `of ${stream}\n` });
  const story = toStory(resultsOf([log('stderr'), build, statement(0), log('postgres'), done('ok')]));
  expect(story.map(({ key }) => key)).toEqual(['build', 'statement:0', 'serverLog']);
  expect(story.at(-1)).toMatchObject({ text: 'of postgres\n' });
});
