import { z } from 'zod';
import { runEvent } from '../events/events.ts';
import { limits } from '../limits.ts';
import { pgrxRelease } from '../project.ts';
import { versions } from '../versions.ts';
import { id, terminalName } from './clientMessage.ts';
import { connectionReplies } from './connectionMessages.ts';
import { languageReplies } from './languageMessages.ts';
import { objectsAnswer } from './objectMessages.ts';
import { packageReplies } from './packageMessages.ts';
import { serverLogReplies } from './serverLogMessages.ts';
import { settingsAnswer } from './settingMessages.ts';

/** Milliseconds by the server's clock, which begins anywhere: only the difference of two of them means something. */
const serverMs = z.number().int().nonnegative();

/**
 * How the session's container is: `none` before it is needed and after it was given up, `queued` with a position while
 * others go first, `starting`, `ready`.
 */
export const containerState = z.enum(['none', 'queued', 'starting', 'ready']);

/** Why a session ended, or will. */
export const endReason = z.enum(['left', 'idle', 'age', 'draining', 'failed']);

/**
 * What made a container end before its time: its page was closed or offline for too long, or it lay idle while others waited
 * for one. Comes beside the `reason` that a page goes by which does not know the cause.
 */
export const endCause = z.enum(['away', 'needed']);
const cause = endCause.optional().catch(undefined);

/** What the server says. The first message is `welcome`. */
export const serverMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    version: z.int(),
    session: id,
    /** Whether this is the session asked for in `hello`, with its container and its runs. */
    resumed: z.boolean(),
    /** Events after `hello.after` that are no longer kept; 0 where the replay has no gap. */
    lost: z.int().nonnegative(),
    /** The run that is under way, if any. */
    run: id.nullable(),
    versions,
  }),
  /** There is another Postgres than when the page was welcomed. */
  z.object({ type: z.literal('versions'), versions }),
  /** An event of a run. `seq` counts from 1 in a session, without gaps. */
  z.object({
    type: z.literal('event'),
    seq: z.int().positive(),
    run: id,
    /** Milliseconds from the run's beginning to the event, so that a replay keeps the times. */
    at: z.number().nonnegative().optional(),
    event: runEvent,
  }),
  /** An event of a run in the background: not numbered, not kept, not sent again. */
  z.object({
    type: z.literal('background'),
    run: id,
    at: z.number().nonnegative(),
    event: runEvent,
  }),
  /** A run was not taken: nothing was started, and no `done` follows. */
  z.object({
    type: z.literal('refused'),
    run: id,
    kind: z.enum(['busy', 'rate', 'invalid', 'draining']),
    message: z.string().max(limits.textLength),
    retryAfterMs: z.number().nonnegative().optional(),
  }),
  z.object({
    type: z.literal('session'),
    container: containerState,
    position: z.int().positive().optional(),
    /** When the session will end if nothing is done; null where there is no container to end. */
    idleEndsAt: serverMs.nullable(),
    ageEndsAt: serverMs.nullable(),
    /** Runs and sessions that wait on this server. */
    queue: z.int().nonnegative(),
    /** When this was said: the times above are to be read against it, never against a clock of the page's own. */
    now: serverMs.optional(),
    postgres: z.int().nullable(),
    /** The container's pgrx, where that is not the default. */
    pgrx: pgrxRelease.optional(),
  }),
  /** Said some time before the session ends. */
  z.object({ type: z.literal('ending'), reason: endReason, cause, inMs: z.number().nonnegative() }),
  /** The container is gone. The page keeps the files; the next run takes a new one. */
  z.object({ type: z.literal('ended'), reason: endReason, cause }),
  /** `offset` is that of the first code unit of `data` in all that this terminal has put out. */
  z.object({
    type: z.literal('terminal.output'),
    terminal: terminalName.default('psql'),
    offset: z.int().nonnegative(),
    data: z.string().max(64 * 1024),
  }),
  z.object({
    type: z.literal('terminal.closed'),
    terminal: terminalName.default('psql'),
    message: z.string().max(limits.textLength),
  }),
  ...connectionReplies,
  objectsAnswer,
  ...serverLogReplies,
  settingsAnswer,
  ...languageReplies,
  ...packageReplies,
  z.object({ type: z.literal('pong') }),
]);

export type ServerMessageInput = z.input<typeof serverMessage>;
export type ServerMessage = z.infer<typeof serverMessage>;
export type ServerMessageOf<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;
export type ContainerState = z.infer<typeof containerState>;
export type EndReason = z.infer<typeof endReason>;
export type EndCause = z.infer<typeof endCause>;
