import { z } from 'zod';
import { limits } from '../limits.ts';

const text = z.string().max(limits.textLength);
const name = z.string().max(limits.testNameLength);
const place = { file: z.string().max(512).nullable(), line: z.int().positive().nullable() };

/** The tests that a run of mode `test` will try, in no order that is promised. */
export const testPlanEvent = z.object({
  type: z.literal('testPlan'),
  tests: z
    .array(
      z.object({
        name,
        kind: z.enum(['pg_test', 'test']),
        ...place,
        /** A macro makes it, and its place is that of the macro's call. */
        made: z.literal(true).optional(),
      }),
    )
    .max(limits.tests),
  /** What `cargo pgrx test` would do and this does not. */
  notes: z.array(text).max(10),
});

/** A test's error, with the fields that Postgres sent. */
export const testError = z.object({
  severity: z.string().max(40),
  sqlstate: z.string().max(10),
  message: text,
  detail: text.nullable(),
  hint: text.nullable(),
  where: text.nullable(),
});

/** What one test came to. The place is that of the failure, where Rust tells it. */
export const testResultEvent = z.object({
  type: z.literal('testResult'),
  name,
  outcome: z.enum(['passed', 'failed', 'ignored']),
  ms: z.number().nonnegative(),
  /** Why it failed. */
  message: text.nullable(),
  error: testError.nullable(),
  notices: z.array(z.object({ severity: z.string().max(40), message: text })).max(limits.testNotices),
  /** What a `#[test]` has printed. */
  printed: text.nullable(),
  ...place,
});

/** What Postgres's log has of a test, where it has something: what the test printed goes there. */
export const testOutputEvent = z.object({ type: z.literal('testOutput'), name, text });

/** What one file of `tests/pg_regress/sql` came to. `new`: there is nothing yet that it could be compared with. */
export const regressResultEvent = z.object({
  type: z.literal('regressResult'),
  name,
  outcome: z.enum(['passed', 'failed', 'new']),
  ms: z.number().nonnegative().nullable(),
  /** What psql printed, up to a bound. */
  output: z.string().max(limits.regressOutput),
  truncated: z.boolean(),
});
