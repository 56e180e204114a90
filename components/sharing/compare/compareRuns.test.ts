import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { compareRuns } from './compareRuns.ts';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const notice = fc.record({
  type: fc.constant('notice' as const),
  severity: fc.constant('NOTICE'),
  message: word,
  detail: fc.option(word),
  hint: fc.constant(null),
  where: fc.constant(null),
});
const statementOf = (index: number) =>
  fc.record({
    type: fc.constant('statement' as const),
    index: fc.constant(index),
    sql: word,
    command: fc.constant('SELECT'),
    rowCount: fc.nat(9),
    columns: fc.array(fc.record({ name: word, type: fc.constant('text') }), { minLength: 1, maxLength: 1 }),
    rows: fc.array(fc.tuple(fc.option(word)), { maxLength: 4 }),
    truncated: fc.boolean(),
    ms: fc.nat(100),
  });
const errorOf = (index: number) =>
  fc.record({
    type: fc.constant('sqlError' as const),
    index: fc.constant(index),
    statement: word,
    severity: fc.constant('ERROR'),
    sqlstate: fc.constantFrom('XX000', '22012'),
    message: word,
    detail: fc.option(word),
    hint: fc.constant(null),
    where: fc.constant(null),
    position: fc.constant(null),
    file: fc.constant('src/lib.rs'),
    line: fc.integer({ min: 1, max: 9 }),
  });
/** Runs of a few statements, each with its notices, and the events around them. */
const run: fc.Arbitrary<RunEvent[]> = fc
  .nat(4)
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.tuple(fc.array(notice, { maxLength: 4 }), fc.oneof(statementOf(index), errorOf(index))),
      ),
    ),
  )
  .map((parts) => [
    { type: 'phase', phase: 'building' },
    { type: 'build', ok: true, ms: 1 },
    { type: 'extension', action: 'created', name: 'x', version: '1', sql: 'create' },
    ...parts.flatMap(([notices, end]): RunEvent[] => [...notices, end]),
    { type: 'done', outcome: 'ok', ms: 2 },
  ]);

/** The same run on another day: other times, another container, notices in another order, more in the logs. */
function anotherDay(events: readonly RunEvent[]): RunEvent[] {
  const again: RunEvent[] = [{ type: 'phase', phase: 'queued', position: 3 }];
  let notices: RunEvent[] = [];
  for (const event of events) {
    if (event.type === 'notice') {
      notices.unshift(event);
      continue;
    }
    again.push({ type: 'log', stream: 'postgres', text: '[412] LOG: …\n' }, ...notices);
    notices = [];
    if ('ms' in event) again.push({ ...event, ms: (event.ms ?? 0) + 17 } as RunEvent);
    else again.push(event.type === 'extension' ? { ...event, action: 'reconnected', reason: 'why' } : event);
  }
  return again;
}

it('[K4] finds no difference between a run and the same run on another day', () => {
  fc.assert(
    fc.property(run, (events) => {
      expect(compareRuns(events, anotherDay(events)).count).toBe(0);
    }),
  );
});

it('finds as much in both directions', () => {
  fc.assert(
    fc.property(run, run, (one, other) => {
      expect(compareRuns(one, other).count).toBe(compareRuns(other, one).count);
    }),
  );
});

it('[K4] finds whatever Postgres said otherwise', () => {
  fc.assert(
    fc.property(run, fc.nat(), (events, chosen) => {
      const said = events.flatMap((event, index) =>
        event.type === 'statement' || event.type === 'sqlError' || event.type === 'notice' ? [index] : [],
      );
      fc.pre(said.length > 0);
      const at = said[chosen % said.length] ?? 0;
      const changed = events.map((event, index): RunEvent => {
        if (index !== at) return event;
        if (event.type === 'statement') return { ...event, rows: [...event.rows, ['another']] };
        if (event.type === 'notice' || event.type === 'sqlError')
          return { ...event, message: `${event.message}!` };
        return event;
      });
      const without = events.filter((_, index) => index !== at);
      expect(compareRuns(events, changed).count).toBeGreaterThan(0);
      expect(compareRuns(events, without).count).toBeGreaterThan(0);
    }),
  );
});

const select = (
  rows: (string | null)[][],
  extra: Partial<Extract<RunEvent, { type: 'statement' }>> = {},
): RunEvent => ({
  type: 'statement',
  index: 0,
  sql: 'select',
  command: 'SELECT',
  rowCount: rows.length,
  columns: [{ name: 'n', type: 'int4' }],
  rows,
  truncated: false,
  ms: 1,
  ...extra,
});

it('says where, what and how', () => {
  expect(compareRuns([select([['1'], [null]])], [select([['1'], ['2']])]).differences).toEqual([
    { step: 'Statement 1', what: 'rows', recorded: '"1"\nnull', now: '"1"\n"2"' },
  ]);
  expect(compareRuns([select([['1'], ['2']])], [select([['2'], ['1']])]).differences).toMatchObject([
    { what: 'order of rows' },
  ]);
});

it('takes no word of a value for the value: null, an empty text and "null" differ', () => {
  const values = [[[null]], [['']], [['null']], [['a', 'b']], [['a","b']]];
  for (const one of values)
    for (const other of values)
      expect(compareRuns([select(one)], [select(other)]).count === 0).toBe(one === other);
});

it('[K4] leaves times and process ids out of plans and messages, and of no value of a query', () => {
  const plan = (ms: string) =>
    select([[`Seq Scan (actual time=${ms}..${ms} rows=1.00 loops=1)`], [`Execution Time: ${ms} ms`]], {
      columns: [{ name: 'QUERY PLAN', type: 'text' }],
    });
  expect(compareRuns([plan('0.010')], [plan('0.912')]).count).toBe(0);
  const told = (pid: number): RunEvent => ({
    type: 'notice',
    severity: 'NOTICE',
    message: `I am process ${pid} at 0x7fff${pid}0`,
    detail: null,
    hint: null,
    where: null,
  });
  expect(compareRuns([told(4711), select([])], [told(1234), select([])]).count).toBe(0);
  expect(compareRuns([select([['Time: 1.0 ms']])], [select([['Time: 2.0 ms']])]).count).toBe(1);
});
