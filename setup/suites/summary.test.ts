import { expect, it } from 'vitest';
import { closingLine, hasFailed, oneTest, playwrightCounts, sum, vitestCounts } from './summary.mjs';

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

it('adds up what the runners report', () => {
  const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };
  const flaky = { ...oneTest(true), flaky: ['a: b'] };
  const all = [flaky, vitestCounts(vitest, 0), playwrightCounts(playwright, 1)];
  expect(sum(all)).toEqual({ passed: 11, failed: 2, skipped: 4, flaky: ['a: b'] });
});

it.each([
  ['ended badly though no test failed', vitestCounts(vitest, 1), 1],
  ['left no report', vitestCounts(null, 0), 1],
  ['ran nothing', playwrightCounts({ stats: { expected: 0 } }, 0), 1],
  ['passed', vitestCounts(vitest, 0), 0],
])('counts a runner that %s', (_, { failed }, expected) => {
  expect(failed).toBe(expected);
});

it('closes with a line that machines read', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});

it('takes a skipped test for a failure where no one looks', () => {
  const skipped = { passed: 1, failed: 0, skipped: 1 };
  expect(hasFailed(skipped, true)).toBe(true);
  expect(hasFailed(skipped, false)).toBe(false);
});
