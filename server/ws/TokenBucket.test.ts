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
