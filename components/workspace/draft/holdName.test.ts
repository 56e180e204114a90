import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdName } from './holdName.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser whose lock becomes free with request number `freeAt`, and that takes `answerMs` to answer. */
function browser(freeAt: number, answerMs = 0) {
  let requests = 0;
  const locks = {
    async request(_name: string, _options: LockOptions, hold: (lock: Lock | null) => unknown) {
      requests += 1;
      const free = requests >= freeAt;
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      return hold(free ? { name: 'a', mode: 'exclusive' } : null);
    },
  };
  return { locks: locks as unknown as LockManager, asked: () => requests };
}

async function answer(held: Promise<boolean>): Promise<boolean> {
  await vi.runAllTimersAsync();
  return held;
}

it('takes a free name with the first request, however slow the answer is', async () => {
  const { locks, asked } = browser(1, 60_000);
  expect(await answer(holdName(locks, 'a', 1))).toBe(true);
  expect(asked()).toBe(1);
});

it('waits for a page that is going', async () => {
  expect(await answer(holdName(browser(4).locks, 'a', 5))).toBe(true);
});

it('gives up a name that stays taken, and leaves no timer', async () => {
  const { locks, asked } = browser(100);
  expect(await answer(holdName(locks, 'a', 3))).toBe(false);
  expect(asked()).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
});
