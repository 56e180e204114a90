import type { IncomingMessage } from 'node:http';

/** Under this header the page's own code is told where it is, which previews of a link need. Clients cannot set it. */
export const originHeader = 'x-playground-origin';

/** Where the client reaches this server. What a proxy says of it counts only where one is trusted. */
export function pageOrigin({ headers }: IncomingMessage, proxies: number): string {
  const scheme = proxies > 0 && headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const origin = `${scheme}://${headers.host ?? ''}`;
  return URL.canParse(origin) ? new URL(origin).origin : `${scheme}://localhost`;
}
