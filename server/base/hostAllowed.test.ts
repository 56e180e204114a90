import { describe, expect, it } from 'vitest';
import { hostAllowed, isHost } from './hostAllowed.ts';

const local = { origins: ['https://play.example.org'], loopbackOnly: true };

describe('hostAllowed', () => {
  it.each([
    'localhost:3000',
    'LOCALHOST',
    '127.0.0.1:3000',
    '127.8.9.1',
    '[::1]:3000',
    'play.example.org',
    'play.example.org:8443',
  ])('lets %s name a server of its own machine', (host) => expect(hostAllowed(host, local)).toBe(true));

  it.each([
    'rebound.example:3000',
    'localhost.example',
    '127.0.0.1.example:3000',
    'play.example.org.evil.example',
    '192.168.0.7:3000',
    '[::2]:3000',
    '',
  ])('lets no %s name it', (host) => expect(hostAllowed(host, local)).toBe(false));

  it('lets a server that others reach go by any name', () => {
    expect(hostAllowed('anything.example', { origins: [], loopbackOnly: false })).toBe(true);
  });
});

it('knows what can be a host at all', () => {
  for (const host of ['a', 'a.b:1', '[::1]:3000', 'my_host']) expect(isHost(host), host).toBe(true);
  for (const host of ['', 'a b', 'a/b', 'a@b', 'a:x', 'a:1:2', '"><script>', 'é.example', 'a'.repeat(300)])
    expect(isHost(host), host).toBe(false);
});
