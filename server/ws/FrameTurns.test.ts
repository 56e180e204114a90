import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { onContained } from '../base/contain.ts';
import { FrameTurns } from './FrameTurns.ts';

/** Takes as long as a turn. */
const long = () => {
  const since = performance.now();
  while (performance.now() - since < 11);
};

it('takes a frame at once while there is time, and gives the next turn to each address', async () => {
  const turns = new FrameTurns();
  const order: string[] = [];
  const frame = (name: string, work = () => {}) =>
    turns.take(name.slice(0, 1), () => {
      order.push(name);
      work();
    });
  frame('a1');
  frame('a2', long);
  expect(order).toEqual(['a1', 'a2']);
  for (const name of ['a3', 'a4', 'a5']) frame(name, long);
  frame('b1', long);
  expect(order).toHaveLength(2);
  await vi.waitFor(() => expect(order).toHaveLength(6));
  expect(order).toEqual(['a1', 'a2', 'a3', 'b1', 'a4', 'a5']);
});

it('lets other work have its turn between frames', async () => {
  const turns = new FrameTurns();
  let taken = 0;
  for (let n = 0; n < 20; n++)
    turns.take('a', () => {
      taken += 1;
      long();
    });
  await nextTurn();
  expect(taken).toBeLessThan(5);
  await vi.waitFor(() => expect(taken).toBe(20));
});

it('goes on after a frame over which something went wrong', async () => {
  const heard = vi.fn();
  const stop = onContained(heard);
  const turns = new FrameTurns();
  const after = vi.fn();
  turns.take('a', long);
  turns.take('a', () => {
    throw new Error('a bug');
  });
  turns.take('a', after);
  await vi.waitFor(() => expect(after).toHaveBeenCalled());
  stop();
  expect(heard).toHaveBeenCalledExactlyOnceWith('frame', new Error('a bug'));
});
