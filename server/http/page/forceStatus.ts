import type { ServerResponse } from 'node:http';

/** Whatever is then answered has this status: a page of Next's has no other way to say 410 or 503. */
export function forceStatus(response: ServerResponse, status: number): void {
  const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
  response.writeHead = (_status: number, ...rest: unknown[]) => writeHead(status, ...rest);
}
