import { expect, it } from 'vitest';
import { afterRetry, failedInPlaywright, failedInVitest, vitestFilter } from './retry.mjs';

const counts = { passed: 3, failed: 2, skipped: 0 };
const failed = [
  { file: '/a.test.ts', name: 'group > a: runs (twice)' },
  { file: '/b.test.ts', name: 'b' },
];

it('finds what failed in the report of vitest, and files that failed before any test', () => {
  const report = {
    testResults: [
      {
        name: '/a.test.ts',
        status: 'failed',
        assertionResults: [
          { ancestorTitles: ['group'], title: 'a: runs (twice)', status: 'failed' },
          { ancestorTitles: [], title: 'fine', status: 'passed' },
        ],
      },
      { name: '/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  expect(failedInVitest(report)).toEqual([failed[0], { file: '/b.test.ts', name: null }]);
  expect(failedInVitest(null)).toEqual([]);
});

it('finds what failed in the report of Playwright, at any depth', () => {
  const spec = (title: string, ok: boolean) => ({ file: 'run.spec.ts', title, ok });
  const report = { suites: [{ specs: [spec('one', true)], suites: [{ specs: [spec('two', false)] }] }] };
  expect(failedInPlaywright(report)).toEqual([{ file: 'run.spec.ts', name: 'two' }]);
  expect(failedInPlaywright(null)).toEqual([]);
});

it('runs the failed tests of a file by their whole names, and the whole file where it failed itself', () => {
  expect(vitestFilter('/a.test.ts', ['a: runs (twice)', 'b'])).toEqual([
    '/a.test.ts',
    '-t',
    '^(a: runs \\(twice\\)|b)$',
  ]);
  expect(vitestFilter('/a.test.ts', [null])).toEqual(['/a.test.ts']);
});

it('counts a test that passes alone as passed, and names it', () => {
  expect(afterRetry(counts, failed, failed.slice(0, 1))).toEqual({
    passed: 4,
    failed: 1,
    skipped: 0,
    flaky: ['/a.test.ts: group > a: runs (twice)'],
  });
});

it('leaves the counts where nothing passed alone', () => {
  expect(afterRetry(counts, failed, [])).toBe(counts);
});
