import { z } from 'zod';

/** The page wants to see what Postgres logs from now on, or no longer. */
export const serverLogRequests = [
  z.object({ type: z.literal('serverLog.follow') }),
  z.object({ type: z.literal('serverLog.leave') }),
] as const;

/** One piece of the log, in UTF-16 code units. */
export const serverLogPiece = 32 * 1024;

export const serverLogReplies = [
  z.object({
    type: z.literal('serverLog.text'),
    text: z.string().max(serverLogPiece),
    /** The first piece: the page forgets what it had. */
    fresh: z.boolean().optional(),
  }),
  /** Nothing more comes, and why; null where the container is gone, or was never there. */
  z.object({ type: z.literal('serverLog.ended'), problem: z.string().max(2000).nullable() }),
] as const;
