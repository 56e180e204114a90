import { describe, expect, it } from 'vitest';
import { originAllowed } from './originAllowed.ts';

const open = { origins: ['https://docs.example.org'], loopbackOnly: false };
const local = { origins: [], loopbackOnly: true };

describe('[O1] originAllowed', () => {
  it.each([
    ['https://play.example.org', 'play.example.org', open],
    ['https://play.example.org', 'Play.Example.org:443', open],
    ['http://play.example.org:8080', 'play.example.org:8080', open],
    ['https://docs.example.org', 'play.example.org', open],
    ['http://localhost:3000', 'localhost:3000', local],
    ['http://127.0.0.1:3000', '127.0.0.1:3000', local],
    ['http://[::1]:3000', '[::1]:3000', local],
  ])('lets %s in at %s', (origin, host, rule) => {
    expect(originAllowed(origin, host, rule)).toBe(true);
  });

  it.each([
    [undefined, 'play.example.org', open],
    ['null', 'play.example.org', open],
    ['https://evil.example', 'play.example.org', open],
    ['https://docs.example.org:8443', 'play.example.org', open],
    ['http://docs.example.org', 'play.example.org', open],
    ['https://play.example.org', undefined, open],
    ['file://play.example.org', 'play.example.org', open],
    ['http://localhost:3001', 'localhost:3000', local],
    ['http://rebound.example:3000', 'rebound.example:3000', local],
    ['http://127.0.0.1.example:3000', '127.0.0.1.example:3000', local],
  ])('keeps %s out at %s', (origin, host, rule) => {
    expect(originAllowed(origin, host, rule)).toBe(false);
  });
});
