import { expect, test } from 'vitest';
import { SplitThread } from './SplitThread.ts';

test('splits on its thread, and gives up on what takes too long without holding up the next', async () => {
  await using splitter = new SplitThread(4000);
  expect(await splitter.split('select 1; select 2')).toHaveLength(2);
  const slow = splitter.split('+'.repeat(64 * 1024));
  const next = splitter.split('select 3');
  expect(await slow).toBeNull();
  expect(await next).toHaveLength(1);
}, 30_000);

test('answers what still waits when it is closed', async () => {
  const splitter = new SplitThread(60_000);
  const waiting = [splitter.split('+'.repeat(64 * 1024)), splitter.split('select 1')];
  await splitter[Symbol.asyncDispose]();
  expect(await Promise.all(waiting)).toEqual([null, null]);
});
