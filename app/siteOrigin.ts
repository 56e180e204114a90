import { headers } from 'next/headers';

/**
 * This site's address as the request has it: search engines want whole addresses, and only a reader knows by which name
 * the server is reached. What is no host's name is not repeated.
 */
export async function siteOrigin(): Promise<string> {
  const asked = await headers();
  const host = asked.get('host') ?? '';
  const https = asked.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
  const known = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host) ? host : 'localhost';
  return `${https ? 'https' : 'http'}://${known}`;
}
