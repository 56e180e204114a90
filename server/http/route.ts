import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What answers at one path, by method. HEAD is answered by GET. */
export type Route = Readonly<Partial<Record<'GET' | 'POST', Handler>>>;
