import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Handler } from '../core/route.ts';

export interface Rendered {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/**
 * Makes the page at an address of ours, told these headers; null where it cannot be made just now. Rejects where that is a bug.
 */
export type RenderPage = (address: string, headers: Record<string, string>) => Promise<Rendered | null>;

/** How long a page may take to be made, in milliseconds: the largest takes some seconds where the machine is busy. */
const mostMs = 30_000;

/**
 * Has `page` answer a plain GET of ours into memory, and gives what it answered; null where it never came to an end. Nothing
 * of a client's request goes into it, so that it is the same for whoever asks: not their method, nor the headers by which Next
 * is asked for parts of pages. Nor does a client that reads slowly decide how long it takes.
 */
export async function renderPage(
  page: Handler,
  url: string,
  headers: Record<string, string>,
): Promise<Rendered | null> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method: 'GET',
    url,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  });
  // By its own setter: the headers are else read from what came over the wire, which is nothing here.
  request.headers = { ...headers };
  request.push(null);
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<boolean>();
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    write: (chunk: unknown) => {
      keep(chunk);
      return true;
    },
    end: (chunk?: unknown) => {
      if (response.finished) return response;
      keep(chunk);
      response.finished = true;
      // As after a client has taken all of it: what made the page waits for that.
      process.nextTick(() => {
        response.emit('finish');
        response.emit('close');
      });
      resolve(true);
      return response;
    },
    flushHeaders: () => {},
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      for (const [name, value] of Object.entries(rest.at(-1) ?? {}))
        if (value !== undefined) response.setHeader(name, value as string | string[]);
      return response;
    },
    destroy: () => {
      resolve(false);
      return response;
    },
  });
  const late = setTimeout(() => {
    // As where a client has gone: whatever makes the page stops.
    response.emit('close');
    resolve(false);
  }, mostMs);
  try {
    Promise.resolve(page(request, response, {})).catch(reject);
    if (!(await ended)) return null;
  } finally {
    clearTimeout(late);
  }
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) };
}
