import { z } from 'zod';
import { runEvent } from '../events/events.ts';
import { limits } from '../limits.ts';
import { sqlScript } from '../project.ts';

/** What a person calls a connection of their session. */
export const connectionName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 _-]{0,19}$/);

const executionId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What the page says of connections to Postgres that stay open beside runs. */
export const connectionRequests = [
  z.object({ type: z.literal('connection.open'), connection: connectionName }),
  /** `execution` is chosen by the page; one that the connection has seen is not done again. */
  z.object({
    type: z.literal('connection.execute'),
    connection: connectionName,
    execution: executionId,
    sql: sqlScript,
  }),
  z.object({ type: z.literal('connection.cancel'), connection: connectionName }),
  z.object({ type: z.literal('connection.close'), connection: connectionName }),
] as const;

/** A library of the project's that a backend has loaded; `replaced` where another has taken its place on disk since. */
export const loadedLibrary = z.object({ file: z.string().max(255), replaced: z.boolean() });
export type LoadedLibrary = z.infer<typeof loadedLibrary>;

/** The statement or script that someone has begun to run on a connection. */
export const executionEvent = z.object({
  type: z.literal('execution'),
  sql: z.string().max(limits.sqlBytes),
});

export const connectionEvent = z.union([runEvent, executionEvent]);
export type ConnectionEvent = z.infer<typeof connectionEvent>;

export const connectionReplies = [
  z.object({
    type: z.literal('connection.state'),
    connection: connectionName,
    status: z.enum(['opening', 'open', 'closed']),
    /** The backend's process. */
    pid: z.int().nullable(),
    transaction: z.enum(['none', 'open', 'failed']),
    /** The execution under way. */
    running: executionId.nullable(),
    /** Backends whose locks the running statement waits for. */
    waitsFor: z.array(z.int()).max(20),
    libraries: z.array(loadedLibrary).max(20),
    /** Why it is closed, or could not be opened. */
    message: z.string().max(limits.textLength).optional(),
    /** What follows is all that is kept of the connection: the page forgets what it has. */
    fresh: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('connection.event'),
    connection: connectionName,
    /** Null for what comes by itself, such as a notification. */
    execution: executionId.nullable(),
    event: connectionEvent,
  }),
] as const;
