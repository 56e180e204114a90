import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './clientAddress.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('clientAddress', () => {
  it('is the peer’s, whatever a header claims, where no proxy is trusted', () => {
    expect(clientAddress(request('192.0.2.1', '198.51.100.7'), 0)).toBe('192.0.2.1');
    expect(clientAddress(request('::ffff:192.0.2.1'), 0)).toBe('192.0.2.1');
  });

  it('is what the outermost trusted proxy has seen', () => {
    expect(clientAddress(request('10.0.0.1', 'fake, 198.51.100.7'), 1)).toBe('198.51.100.7');
    expect(clientAddress(request('10.0.0.1', 'fake, 198.51.100.7, 10.0.0.2'), 2)).toBe('198.51.100.7');
    expect(clientAddress(request('10.0.0.1'), 1)).toBe('10.0.0.1');
  });

  it('takes a /64 for one', () => {
    expect(clientAddress(request('2001:db8:1:2:3:4:5:6'), 0)).toBe('2001:db8:1:2::/64');
    expect(clientAddress(request('2001:db8::6'), 0)).toBe('2001:db8:0:0::/64');
    expect(clientAddress(request('::1'), 0)).toBe('0:0:0:0::/64');
  });
});
