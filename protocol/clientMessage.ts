import { z } from 'zod';
import { limits } from './limits.ts';
import { runRequest } from './project.ts';

/** 128 bits as 22 letters of base64url: what a session and a run are called, and the key to them. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

const columns = z.int().min(2).max(limits.terminalColumns);
const rows = z.int().min(2).max(limits.terminalRows);

/** What the page says. The first message is `hello`. */
export const clientMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    version: z.int(),
    /** The session to go on with; without it, or where it is gone, a new one begins. */
    session: id.optional(),
    /** The last event that the page has: those after it are sent again. */
    after: z.int().nonnegative().default(0),
    /** How many UTF-16 code units of the terminal's output the page has. */
    terminalAfter: z.int().nonnegative().default(0),
  }),
  /** `run` is chosen by the page, so that a run asked for twice because of a lost connection is done once. */
  z.object({ type: z.literal('run'), run: id, request: runRequest }),
  z.object({ type: z.literal('cancel'), run: id }),
  z.object({ type: z.literal('terminal.open'), columns, rows }),
  z.object({ type: z.literal('terminal.input'), data: z.string().max(limits.terminalInput) }),
  z.object({ type: z.literal('terminal.resize'), columns, rows }),
  z.object({ type: z.literal('terminal.close') }),
  /** The person is there: the idle time starts anew. */
  z.object({ type: z.literal('keepAwake') }),
  /** The page is left for good: the session may end now. */
  z.object({ type: z.literal('leave') }),
  z.object({ type: z.literal('ping') }),
]);

export type ClientMessage = z.infer<typeof clientMessage>;
export type ClientMessageOf<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;
