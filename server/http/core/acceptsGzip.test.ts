import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { acceptsGzip } from './acceptsGzip.ts';

const accepts = (value?: string) =>
  acceptsGzip({ headers: { ...(value !== undefined && { 'accept-encoding': value }) } } as IncomingMessage);

it.each([
  'gzip',
  'GZIP',
  'gzip, deflate, br',
  'br;q=1, gzip;q=0.1',
  '*',
  'deflate, *;q=0.5',
  'gzip;q=0.5, identity;q=0',
])('%s is yes', (value) => expect(accepts(value)).toBe(true));

it.each([
  undefined,
  '',
  'identity',
  'gzip;q=0',
  'gzip; q=0.000',
  '*;q=0',
  'br',
  'gzipped',
  'x-gzip-not',
  'gzip;q=0, *;q=1',
  'identity;q=1, gzip;q=0.2',
])('%s is no', (value) => expect(accepts(value)).toBe(false));

it('takes any text in little time', () => {
  const begun = performance.now();
  for (const text of [',', ';q=', 'a;q=1,', 'gzip;', ' '])
    expect(typeof accepts(text.repeat(16_000 / text.length))).toBe('boolean');
  expect(performance.now() - begun).toBeLessThan(2_000);
});
