import { z } from 'zod';

/** The answer of `GET /api/v1/health`: 200 with `ok` once a run would be served, else 503. */
export const health = z.object({
  status: z.enum(['ok', 'starting', 'draining', 'unavailable']),
  sessions: z.int().nonnegative(),
  queue: z.int().nonnegative(),
  message: z.string().optional(),
});

export type Health = z.infer<typeof health>;
