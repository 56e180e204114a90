import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { newRecord } from '../../session/state/newRecord.ts';
import type { RunRecord } from '../../session/state/sessionState.ts';
import { checkReport, meaningOf } from './checkReport.ts';

const names = ['one', 'two', 'three'];

function check(index: number, ok: boolean): RunEvent {
  const said = { message: null, sql: null, expected: ok ? null : '1', got: ok ? null : '2' };
  return { type: 'lessonCheck', index, of: 3, name: names[index] ?? '', ok, ...said };
}

function record(events: RunEvent[], fields: Partial<RunRecord> = {}): RunRecord {
  const done = events.find((event) => event.type === 'done') ?? null;
  return { ...newRecord('run', 0, null), events, done, ...fields };
}

const states = (run: RunRecord | null) => checkReport(names, run).items.map(({ state }) => state);

describe('checkReport', () => {
  it('has nothing tried before the first press', () => {
    expect(states(null)).toEqual(['untried', 'untried', 'untried']);
  });

  it('tells which check is being tried', () => {
    const run = record([check(0, true)]);
    expect(states(run)).toEqual(['passed', 'trying', 'untried']);
    expect(checkReport(names, run)).toMatchObject({ outcome: 'running', words: 'Checking: 1 of 3 passed' });
  });

  it('tells what failed, with what was said', () => {
    const done = { type: 'done', outcome: 'checksFailed', ms: 1 } as const;
    const report = checkReport(names, record([check(0, false), check(1, true), check(2, true), done]));
    expect(report).toMatchObject({ outcome: 'failed', words: '2 of 3 passed' });
    expect(report.items[0]?.event).toMatchObject({ expected: '1', got: '2' });
  });

  it.each([
    [{ outcome: 'ok' }, 'passed', 'All checks passed.'],
    [{ outcome: 'buildFailed' }, 'notBuilt', 'Your code doesn’t compile, so no checks ran.'],
    [
      { outcome: 'checksFailed', message: 'This lesson doesn’t exist.' },
      'failed',
      'This lesson doesn’t exist.',
    ],
    [{ outcome: 'cancelled' }, 'stopped', 'Cancelled: 0 of 3 passed.'],
    [{ outcome: 'unavailable', message: 'Lost.' }, 'stopped', 'The checks were stopped. Lost.'],
  ] as const)('has words for the end %j', (end, outcome, words) => {
    expect(checkReport(names, record([{ type: 'done', ms: 1, ...end }]))).toMatchObject({ outcome, words });
  });

  it('says which limit ended it', () => {
    const events: RunEvent[] = [
      { type: 'limit', what: 'memory', message: 'Out of memory.' },
      { type: 'done', outcome: 'limited', ms: 1 },
    ];
    expect(checkReport(names, record(events)).words).toBe('The checks were stopped. Out of memory.');
  });
});

it.each([
  ['limit: time', /endless loop/],
  ['limit: memory', /limit of the container/],
  ['NOTICE: x\ncrash: SIGSEGV', /Postgres has restarted/],
])('knows what %j means', (got, meaning) => {
  expect(meaningOf(got)).toMatch(meaning);
});

it('leaves an answer alone', () => {
  expect(meaningOf('area\n10')).toBeNull();
});
