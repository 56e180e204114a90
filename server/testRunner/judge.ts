import type { RunEventOf } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import type { RustTest } from '../../protocol/rust/rustTests.ts';
import type { ScratchCall } from '../ports/testPorts.ts';

type Result = RunEventOf<'testResult'>;

/**
 * The verdict of `cargo pgrx test` on what came of a test's call: an error with exactly the message that
 * `#[pg_test(error = "…")]` names is what was wanted, and `#[should_panic]` turns the rest round. `call` is null where an
 * ignored test was not called.
 */
export function judge(test: RustTest, call: ScratchCall | null): Result {
  const blank: Result = {
    type: 'testResult',
    name: test.name,
    outcome: 'ignored',
    ms: call?.ms ?? 0,
    message: null,
    error: null,
    notices: [],
    printed: null,
    file: test.file,
    line: test.line,
  };
  if (!call) return blank;
  const errors = call.events.filter((event) => event.type === 'sqlError');
  const error = errors[0];
  const failure = failureOf(test, call);
  const passed = test.shouldPanic === null ? failure === null : failure?.includes(test.shouldPanic);
  const notices = call.events.filter((event) => event.type === 'notice').slice(0, limits.testNotices);
  const message = failure ?? (test.shouldPanic === null ? null : 'It should have panicked but didn’t.');
  return {
    ...blank,
    outcome: passed ? 'passed' : 'failed',
    message: passed ? null : message,
    error: error && !passed ? fieldsOf(error) : null,
    notices: notices.map(({ severity, message }) => ({ severity, message })),
    ...(error?.file && !passed ? { file: error.file, line: error.line } : {}),
  };
}

/** Why the test, taken for itself, failed; null where it did not. */
function failureOf({ error: expected }: RustTest, { end, events }: ScratchCall): string | null {
  const error = events.find((event) => event.type === 'sqlError');
  if (end.kind === 'ok') return expected === null ? null : `Expected error: ${expected}`;
  if (end.kind === 'failed' && error?.message === expected) return null;
  const abnormalEnd = events.find((event) => event.type === 'crash' || event.type === 'limit');
  const message = abnormalEnd?.message ?? error?.message ?? 'It failed.';
  return expected !== null && error ? `Expected error: ${expected}\nGot: ${message}` : message;
}

function fieldsOf({ severity, sqlstate, message, detail, hint, where }: RunEventOf<'sqlError'>) {
  return { severity, sqlstate, message, detail, hint, where };
}
