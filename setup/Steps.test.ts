import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lastLine, Steps } from './Steps.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('shows life while a step is long, with the last thing said', async () => {
  const lines: string[] = [];
  const steps = new Steps(2, { write: (line: string) => lines.push(line), aliveMs: 1000 });
  const done = steps.run(
    'image',
    async (say: (text: string) => void) => {
      say('step one\n');
      say('step two\n');
      await vi.advanceTimersByTimeAsync(2500);
      return 'x';
    },
    (result: string) => `built ${result}`,
  );
  expect(await done).toBe('x');
  expect(lines).toEqual([
    '[1/2] image: step one',
    '[1/2] image: step two (1.0 s)',
    '[1/2] image: step two (2.0 s)',
    '[1/2] image: built x (2.5 s)',
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

it('leaves no timer behind a step that throws', async () => {
  const steps = new Steps(1, { write: () => {} });
  await expect(steps.run('x', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(vi.getTimerCount()).toBe(0);
});

it('takes the last line that says something, and nothing that steers a terminal', () => {
  expect(lastLine('one\n\u001b[32mtwo\u001b[0m\u0007\r\n\n')).toBe('two');
  expect(lastLine('')).toBe('');
  expect(lastLine('x'.repeat(500))).toHaveLength(120);
});
