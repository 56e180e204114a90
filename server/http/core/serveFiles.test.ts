import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';
import { serveFiles } from './serveFiles.ts';

let dir: string;
let played: PlayedServer;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'));
  const files = {
    '.next/static/chunks/a1.js': 'let a;\n'.repeat(1000),
    '.next/static/.hidden': 'x',
    '.next/secret.json': '{}',
    'public/embed.js': 'let embed;',
    'app/icon.svg': '<svg/>',
    'app/page.tsx': 'code',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  played = await playedServer(undefined, serveFiles(dir));
});
afterEach(async () => {
  await played[Symbol.asyncDispose]();
  await rm(dir, { recursive: true });
});

const open = (path: string, init?: RequestInit) => fetch(`${played.server.url}${path}`, init);

it('gives what the build has for good, compressed where that is asked for', async () => {
  const zipped = await open('/_next/static/chunks/a1.js?v=1', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(await zipped.text()).toBe('let a;\n'.repeat(1000));
  const plain = await open('/_next/static/chunks/a1.js', { headers: { 'Accept-Encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBe(null);
  expect(await plain.text()).toBe('let a;\n'.repeat(1000));
  for (const { headers } of [zipped, plain]) {
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('vary')).toBe('Accept-Encoding');
  }
});

it('gives the others anew only where they have changed', async () => {
  const first = await open('/embed.js');
  expect([await first.text(), first.headers.get('cache-control')]).toEqual([
    'let embed;',
    'public, max-age=0',
  ]);
  const etag = first.headers.get('etag') ?? '';
  expect((await open('/embed.js', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  expect((await open('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  const head = await open('/embed.js', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('gives a part of a file, and says where there is none', async () => {
  const part = await open('/embed.js', { headers: { Range: 'bytes=0-2' } });
  expect([part.status, await part.text()]).toEqual([206, 'let']);
  expect((await open('/embed.js', { headers: { Range: 'bytes=1000-' } })).status).toBe(416);
});

it.each([
  'chunks',
  'chunks/',
  'no.js',
  '.hidden',
  '%00',
  '%ff',
  '..%2fsecret.json',
  '%2e%2e/secret.json',
  '%2e%2e%2fsecret.json',
  'chunks/..%2f..%2f..%2fapp/page.tsx',
])('has no file at %s, and keeps nobody from asking again', async (path) => {
  const absent = await open(`/_next/static/${path}`);
  expect([400, 404]).toContain(absent.status);
  expect(absent.headers.get('cache-control')).not.toContain('immutable');
  expect(await absent.text()).not.toMatch(/\{\}|code/);
});
