import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { countText, isFailed, regressItems, testAtLine, testItems } from './testReport.ts';

const files = {
  'src/lib.rs': `mod tests {
    #[pg_test]
    fn one() {}

    #[pg_test]
    fn two() {}
    #[test]
    fn three() {}
}`,
  'tests/pg_regress/sql/b.sql': '',
  'tests/pg_regress/sql/setup.sql': '',
};
const plan: RunEvent = {
  type: 'testPlan',
  tests: ['one', 'two', 'three'].map((fn) => ({
    name: `tests::${fn}`,
    kind: fn === 'three' ? 'test' : 'pg_test',
    file: 'src/lib.rs',
    line: 3,
  })),
  notes: [],
};
const result = (fn: string, outcome: 'passed' | 'failed'): RunEvent => ({
  type: 'testResult',
  name: `tests::${fn}`,
  outcome,
  ms: 2,
  message: null,
  error: null,
  notices: [],
  printed: null,
  file: null,
  line: null,
});
const statuses = (events: RunEvent[], running: boolean) =>
  testItems(files, events, running).map(({ label, status }) => `${label} ${status}`);

it('knows the tests before anything has run, and then which one is tried', () => {
  expect(statuses([], false)).toEqual(['one unknown', 'two unknown', 'three unknown']);
  expect(statuses([plan], true)).toEqual(['one running', 'two waiting', 'three waiting']);
  const events = [plan, result('one', 'passed'), result('two', 'failed')];
  expect(statuses(events, true)).toEqual(['one passed', 'two failed', 'three running']);
  // A run that was cancelled leaves what it had not tried as it was.
  expect(statuses(events, false)).toEqual(['one passed', 'two failed', 'three unknown']);
  const items = testItems(files, events, false);
  expect(countText(items)).toBe('1 passed · 1 failed');
  expect(items.filter(isFailed).map(({ name }) => name)).toEqual(['tests::two']);
});

it('has those that a macro makes, also when the last run tried another, and none that was renamed', () => {
  const place = { kind: 'pg_test', file: 'src/lib.rs', line: 9 } as const;
  const two = { name: 'tests::deep::made', ...place, made: true } as const;
  const ran: RunEvent[] = [
    { type: 'testPlan', tests: [two, { name: 'tests::old_name', ...place }], notes: [] },
    result('deep::made', 'failed'),
  ];
  const made = (events: RunEvent[], before: (typeof two)[] = []) =>
    testItems(files, events, false, before)
      .slice(3)
      .map(({ group, label, status }) => [group, label, status]);
  expect(made(ran)).toEqual([['tests::deep', 'made', 'failed']]);
  expect(made([], [two])).toEqual([['tests::deep', 'made', 'unknown']]);
  expect(made([])).toEqual([]);
});

it('tells in which test a line is', () => {
  const items = testItems(files, [], false);
  const at = (line: number) => testAtLine(items, 'src/lib.rs', line)?.label;
  expect([2, 3, 5, 6, 8].map(at)).toEqual(['one', 'one', 'one', 'two', 'three']);
  expect(testAtLine(items, 'src/other.rs', 3)).toBeNull();
});

it('puts setup before the other regression files', () => {
  const answer: RunEvent = {
    type: 'regressResult',
    name: 'b',
    outcome: 'new',
    ms: null,
    output: '',
    truncated: false,
  };
  const items = regressItems(files, [answer], false);
  expect(items.map(({ label, status }) => `${label} ${status}`)).toEqual(['setup unknown', 'b new']);
});
