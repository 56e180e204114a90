import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellRunning } from './tellRunning.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const part = { text: 'select pg_sleep(9)', offset: 10 };

it('[E7] names a statement that takes its time', () => {
  const emit = vi.fn();
  tellRunning(emit, part, 1);
  vi.advanceTimersByTime(299);
  expect(emit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  const running = { type: 'running', index: 1, statement: 'select pg_sleep(9)', offset: 10, ms: 300 };
  expect(emit.mock.calls).toEqual([[running]]);
});

it('[E7] says nothing of one that has ended', () => {
  const emit = vi.fn();
  tellRunning(emit, part, 1)[Symbol.dispose]();
  vi.advanceTimersByTime(10_000);
  expect(emit).not.toHaveBeenCalled();
});
