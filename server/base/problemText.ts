import { STATUS_CODES } from 'node:http';
import type { Problem } from '../../protocol/problem.ts';

/** A whole HTTP answer with a problem (RFC 9457), as it goes over the wire where Node has no response to send it with. */
export function problemText(status: number, detail: string, headers: Record<string, string> = {}): string {
  const title = STATUS_CODES[status] ?? 'Refused';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail } satisfies Problem);
  const lines = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
