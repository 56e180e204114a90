import { expect, it } from 'vitest';
import { toCut } from './toCut.ts';

const use = (socket: string, waiting: number, stuckMs: number, isWhole = true) => ({
  socket,
  waiting,
  stuckMs,
  isWhole,
});

it('cuts who has not read for too long, and lets a run’s reader take longer', () => {
  expect(toCut([use('a', 1, 29_999), use('b', 1, 30_000), use('c', 1, 30_000, false)])).toEqual(['b']);
  expect(toCut([use('c', 1, 300_000, false)])).toEqual(['c']);
});

it('cuts those with the most where too much waits in all', () => {
  const uses = [use('small', 10, 0), use('large', 60, 0), use('middle', 40, 0)];
  expect(toCut(uses, 110)).toEqual([]);
  expect(toCut(uses, 100)).toEqual(['large']);
  expect(toCut(uses, 49)).toEqual(['large', 'middle']);
  // What is cut for another reason waits no more.
  expect(toCut([...uses, use('stuck', 100, 60_000)], 110)).toEqual(['stuck']);
});
