import { expect, it } from 'vitest';
import { watchEventLoop } from './eventLoopDelay.ts';

it('tells how long the loop stood still since it was asked last, also right after that', () => {
  const { ask, close } = watchEventLoop();
  ask();
  const until = performance.now() + 400;
  while (performance.now() < until);
  const { max, p99 } = ask();
  expect(max).toBeGreaterThan(0.38);
  expect(p99).toBeGreaterThan(0.38);
  expect(ask().max).toBeLessThan(0.38);
  close();
});
