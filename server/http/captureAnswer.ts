import type { ServerResponse } from 'node:http';

export interface CapturedAnswer {
  status: number;
  contentType: string;
  body: string;
}

/**
 * Lets `make` answer into memory instead of to the client, and gives what it answered; null where the client has gone
 * meanwhile. Nothing has been sent then, and `response` can be answered as usual. Into memory, since whoever reads slowly
 * would else decide how long the making takes.
 */
export async function captureAnswer(
  response: ServerResponse,
  make: () => Promise<void> | void,
): Promise<CapturedAnswer | null> {
  const chunks: Buffer[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<boolean>();
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { write, end, flushHeaders, writeHead } = response;
  response.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    keep(chunk);
    resolve(true);
    return response;
  };
  response.flushHeaders = () => {};
  response.writeHead = (status: number) => {
    response.statusCode = status;
    return response;
  };
  const gone = () => resolve(false);
  response.once('close', gone);
  try {
    // It is done only when the answer has gone out, which is after this.
    Promise.resolve(make()).catch(reject);
    if (!(await ended)) return null;
  } finally {
    Object.assign(response, { write, end, flushHeaders, writeHead });
    response.off('close', gone);
  }
  const contentType = String(response.getHeader('content-type') ?? '');
  return { status: response.statusCode, contentType, body: Buffer.concat(chunks).toString() };
}
