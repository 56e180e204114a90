import { request } from 'node:http';

export interface PageAnswer {
  status: number;
  body: string;
  headers: NodeJS.Dict<string | string[]>;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  /** As it is sent, where a URL could not say it. */
  path?: string;
  body?: string;
  /** An address of this machine. */
  from?: string;
}

/** Asks as no browser's `fetch` would let one. Status 0 where the connection is cut. */
export function askPage(url: string, asking: Asking = {}): Promise<PageAnswer> {
  const { method = 'GET', headers = {}, path, body = '', from = '127.0.0.1' } = asking;
  const none: PageAnswer = { status: 0, body: '', headers: {} };
  return new Promise((resolve) => {
    const options = {
      method,
      headers,
      agent: false,
      localAddress: from,
      ...(path !== undefined && { path }),
    };
    const asked = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', () => resolve(none));
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, body: Buffer.concat(chunks).toString('latin1'), headers });
      });
    });
    asked.once('error', () => resolve(none));
    asked.end(body);
  });
}
