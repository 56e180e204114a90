import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Whose rate limits a request counts towards: the peer's address, or its /64 network for IPv6, of which one person has a
 * whole. Behind `proxies` trusted proxies it is what the outermost of them has put into X-Forwarded-For.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? '';
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const address = proxies > 0 ? forwarded.at(-proxies)?.trim() || peer : peer;
  return networkOf(address);
}

/** The address, without IPv6's way to write one of IPv4, or its /64 network. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64);
  return isIPv6(plain) ? network64(plain) : plain;
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}
