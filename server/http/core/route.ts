import type { IncomingMessage, ServerResponse } from 'node:http';

/** What stands in a path's places such as `{id}`, as it was sent: whoever uses it checks it. */
export type Parameters = Readonly<Record<string, string>>;

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  parameters: Parameters,
) => Promise<void> | void;

/** What answers at one path, by method. HEAD is answered by GET. */
export type Route = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', Handler>>>;
