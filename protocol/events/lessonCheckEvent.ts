import { z } from 'zod';
import { limits } from '../limits.ts';

const text = z.string().max(limits.textLength);

/** What one check of a lesson came to. `expected` and `got` are there where it failed, `sql` where it asked Postgres. */
export const lessonCheckEvent = z.object({
  type: z.literal('lessonCheck'),
  /** Which of the lesson's checks, from 0, and how many it has. */
  index: z.int().nonnegative(),
  of: z.int().positive(),
  /** What is wanted, in a few words. */
  name: z.string().max(200),
  ok: z.boolean(),
  /** The author's word to whom it fails. */
  message: text.nullable(),
  sql: text.nullable(),
  expected: text.nullable(),
  got: text.nullable(),
});
