import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { compareMajors } from './compareMajors.ts';

const built: RunEvent = { type: 'build', ok: true, ms: 1 };
const statement = (index: number, value: string): RunEvent => ({
  type: 'statement',
  index,
  sql: 'select version()',
  command: 'SELECT',
  rowCount: 1,
  columns: [{ name: 'version', type: 'text' }],
  rows: [[value]],
  truncated: false,
  ms: index,
});
const done = (outcome: 'ok' | 'buildFailed'): RunEvent => ({ type: 'done', outcome, ms: 3 });
const differing = (...runs: RunEvent[][]) =>
  compareMajors(runs).flatMap(({ name, same, facts }) =>
    same ? [] : [{ name, facts: facts.filter((fact) => !fact.same) }],
  );

it('finds nothing between runs that did the same, however long they took', () => {
  const run = [built, statement(0, 'x'), done('ok')];
  const slower = run.map((event) => ('ms' in event ? ({ ...event, ms: 99 } as RunEvent) : event));
  expect(differing(run, slower, run)).toEqual([]);
});

it('tells which of three differs, and in what', () => {
  const run = (value: string) => [built, statement(0, value), statement(1, 'same'), done('ok')];
  expect(differing(run('15'), run('18'), run('18'))).toEqual([
    { name: 'Statement 1', facts: [{ what: 'rows', texts: ['"15"', '"18"', '"18"'], same: false }] },
  ]);
});

it('tells a step that a run never came to from one that said nothing, and puts the end last', () => {
  const failed: RunEvent[] = [{ ...built, ok: false }, done('buildFailed')];
  const steps = compareMajors([failed, [built, statement(0, 'x'), done('ok')]]);
  expect(steps.map(({ name }) => name)).toEqual(['Build', 'Statement 1', 'End']);
  expect(steps[1]?.facts.find(({ what }) => what === 'rows')?.texts).toEqual([null, '"x"']);
  expect(steps.every(({ same }) => !same)).toBe(true);
});
