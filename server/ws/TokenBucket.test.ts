import { expect, it } from 'vitest';
import { TokenBucket } from './TokenBucket.ts';

it('gives a burst, then so many a second', () => {
  let now = 0;
  const bucket = new TokenBucket(3, 2, () => now);
  const taken = () => [bucket.take(), bucket.take(), bucket.take(), bucket.take()].filter(Boolean).length;
  expect(taken()).toBe(3);
  now = 1000;
  expect(taken()).toBe(2);
  now = 60_000;
  expect(taken()).toBe(3);
});

it('gives several at once or none', () => {
  const bucket = new TokenBucket(10, 1, () => 0);
  expect([bucket.take(11), bucket.take(7), bucket.take(4), bucket.take(3)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

it('lends what is not there, and says how long it is owed', () => {
  let now = 0;
  const bucket = new TokenBucket(10, 5, () => now);
  expect([bucket.isFull, bucket.owe(10), bucket.isFull]).toEqual([true, 0, false]);
  expect(bucket.owe(10)).toBe(2_000);
  now = 2_000;
  expect([bucket.take(), bucket.owe(5)]).toEqual([false, 1_000]);
  now = 5_000;
  expect(bucket.isFull).toBe(true);
});

it('is not emptied, nor filled, by a clock that is set back', () => {
  let now = 3_600_000;
  const bucket = new TokenBucket(10, 1, () => now);
  bucket.take(5);
  now = 0;
  expect([bucket.take(5), bucket.take()]).toEqual([true, false]);
  now = 1_000;
  expect(bucket.take()).toBe(true);
});
