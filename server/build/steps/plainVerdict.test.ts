import { expect, it } from 'vitest';
import { plainVerdict } from './plainVerdict.ts';

const verdict = (printed: string, code: number) => plainVerdict(printed, { code, ms: 1 }, () => null);

it('takes the harness’s words away and leaves the test’s own', () => {
  const passed = `
running 1 test
test tests::a ... said\n\nby it
ok

test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.00s
`;
  expect(verdict(passed, 0)).toEqual({ outcome: 'passed', message: null, printed: 'said\n\nby it' });
});

it('tells the panic’s message of one that failed', () => {
  const failed = `
running 1 test
test tests::a ... before

thread 'tests::a' panicked at src/lib.rs:5:9:
two
lines

note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace
FAILED

failures:

failures:
    tests::a

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.00s
`;
  expect(verdict(failed, 101)).toEqual({
    outcome: 'failed',
    message: 'two\nlines',
    printed: "before\n\nthread 'tests::a' panicked at src/lib.rs:5:9:\ntwo\nlines",
  });
});

it('knows one that was ignored, and one that is not there', () => {
  const ignored =
    'running 1 test\ntest a ... ignored, slow\n\ntest result: ok. 0 passed; 0 failed; 1 ignored; 0';
  expect(verdict(ignored, 0)).toMatchObject({ outcome: 'ignored', printed: '' });
  expect(verdict('\nrunning 0 tests\n\ntest result: ok.', 0)).toBeNull();
});
