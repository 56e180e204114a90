import { z } from 'zod';
import { limits } from '../limits.ts';
import { runRequest } from '../project.ts';
import { connectionRequests } from './connectionMessages.ts';
import { languageRequests } from './languageMessages.ts';
import { objectsAsk } from './objectMessages.ts';
import { packageGet } from './packageMessages.ts';
import { serverLogRequests } from './serverLogMessages.ts';
import { settingsAsk } from './settingMessages.ts';

/** 128 bits as 22 letters of base64url: what a session and a run are called, and the key to them. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** A session's terminals, by what runs in them. */
export const terminalName = z.enum(['psql', 'shell']);
export type TerminalName = z.infer<typeof terminalName>;

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
    /** How many UTF-16 code units of psql's and of the shell's output the page has. */
    terminalAfter: z.int().nonnegative().default(0),
    shellAfter: z.int().nonnegative().default(0),
  }),
  /** `run` is chosen by the page, so that a run asked for twice because of a lost connection is done once. */
  z.object({ type: z.literal('run'), run: id, request: runRequest }),
  /** A run that nobody waits for, such as a check while one types: any other takes precedence. */
  z.object({ type: z.literal('background'), run: id, request: runRequest }),
  z.object({ type: z.literal('cancel'), run: id }),
  z.object({ type: z.literal('terminal.open'), terminal: terminalName.default('psql'), columns, rows }),
  z.object({
    type: z.literal('terminal.input'),
    terminal: terminalName.default('psql'),
    data: z.string().max(limits.terminalInput),
  }),
  z.object({ type: z.literal('terminal.resize'), terminal: terminalName.default('psql'), columns, rows }),
  z.object({ type: z.literal('terminal.close'), terminal: terminalName.default('psql') }),
  ...connectionRequests,
  objectsAsk,
  ...serverLogRequests,
  settingsAsk,
  ...languageRequests,
  packageGet,
  /** The person is there: the idle time starts anew. */
  z.object({ type: z.literal('keepAwake') }),
  /** The page is left for good: the session may end now. */
  z.object({ type: z.literal('leave') }),
  z.object({ type: z.literal('ping') }),
]);

/** What a page of an older version may leave out is filled in by the schema. */
export type ClientMessageInput = z.input<typeof clientMessage>;
export type ClientMessage = z.infer<typeof clientMessage>;
export type ClientMessageOf<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;
