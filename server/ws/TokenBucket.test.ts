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
