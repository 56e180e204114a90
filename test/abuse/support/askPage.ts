import { request } from 'node:http';

export interface PageAnswer {
  status: number;
  body: string;
  headers: NodeJS.Dict<string | string[]>;
}

/** Asks as no browser's `fetch` would let one, with any method, Host and path. Status 0 where the connection is cut. */
export function askPage(
  url: string,
  {
    method = 'GET',
    headers = {},
    path,
  }: { method?: string; headers?: Record<string, string>; path?: string } = {},
): Promise<PageAnswer> {
  const none: PageAnswer = { status: 0, body: '', headers: {} };
  return new Promise((resolve) => {
    const options = { method, headers, agent: false, ...(path !== undefined && { path }) };
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
    asked.end();
  });
}
