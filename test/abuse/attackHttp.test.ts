import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { askPage } from './support/askPage.ts';
import { attacked } from './support/attacked.ts';
import { answerTo, rawConnection, statusIn } from './support/rawConnection.ts';
import { serverLook } from './support/serverLook.ts';
import { share } from './support/share.ts';

const server = attacked('http');
const host = () => new URL(server.url).host;
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: ${host()}\r\n\r\n`;

it('a connection that asks three thousand times and reads nothing', async () => {
  const { id } = await share(server.url, { files: { 'src/lib.rs': 'fn a() {}\n'.repeat(20_000) } });
  const before = await serverLook(server.server);
  await server.unharmed(async () => {
    const sockets = await Promise.all(Array.from({ length: 3 }, () => rawConnection(server.url)));
    let most = 0;
    for (const [n, socket] of sockets.entries()) {
      socket.pause();
      for (let turn = 0; turn < 1000; turn++) socket.write(get(`/s/${id}?n=${n}.${turn}`));
    }
    for (let turn = 0; turn < 8; turn++) {
      await sleep(500);
      most = Math.max(most, (await serverLook(server.server)).rssMb);
    }
    for (const socket of sockets) socket.resetAndDestroy();
    expect(most - before.rssMb).toBeLessThan(400);
  });
});

it('a hundred connections that ask for pages which must be made', async () => {
  const { id } = await share(server.url, { files: { 'src/lib.rs': 'fn a() {}\n'.repeat(2000) } });
  await server.unharmed(async () => {
    const paths = Array.from({ length: 100 }, (_, n) => `/s/${id}?n=${n}`);
    const answers = await Promise.all(paths.map((path) => askPage(`${server.url}${path}`)));
    expect(answers.filter(({ status }) => ![200, 429, 503].includes(status))).toEqual([]);
  });
});

it('pages of the HTTP API for another host', async () => {
  for (const path of ['/api/v1/health', '/api/v1/versions', '/api/v1/openapi.json', '/metrics', '/'])
    for (const name of ['evil.test', 'evil.test:80', '127.0.0.1.evil.test']) {
      const heard = await answerTo(
        server.url,
        `GET ${path} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`,
      );
      expect([path, name, statusIn(heard) >= 400 && statusIn(heard) < 500]).toEqual([path, name, true]);
    }
  expect((await askPage(`${server.url}/api/v1/health`)).status).toBe(200);
});

it.each([
  '/learn/%ff',
  '/s/%ff',
  '/%',
  '/%c0%ae',
  '/embed/%ff%fe',
  '/api/v1/snippets/%ff',
  '//',
  '/..%2f..%2fetc',
])('the address %s is no error of the server’s', async (path) => {
  for (const method of ['GET', 'HEAD', 'POST', 'DELETE'])
    expect((await askPage(server.url, { path, method })).status).toBeLessThan(500);
});

it.each([
  'OPTIONS * HTTP/1.1',
  'GET * HTTP/1.1',
  'GET http:// HTTP/1.1',
  'GET http://[ HTTP/1.1',
  'CONNECT a:1 HTTP/1.1',
  'TRACE / HTTP/1.1',
])('%s is answered, and not with 500', async (line) => {
  const heard = await answerTo(server.url, `${line}\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`);
  expect(statusIn(heard)).toBeLessThan(500);
});

it.each<[string, boolean]>([
  ['gzip', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['identity, gzip;q=0', false],
  ['deflate', false],
])('Accept-Encoding: %s', async (accepted, packed) => {
  const { id } = await share(server.url, { files: { 'src/lib.rs': 'fn the_code() {}\n'.repeat(200) } });
  for (let turn = 0; turn < 2; turn++) {
    const answer = await askPage(`${server.url}/s/${id}`, { headers: { 'Accept-Encoding': accepted } });
    const isPacked = answer.headers['content-encoding'] === 'gzip';
    const bytes = Buffer.from(answer.body, 'latin1');
    expect((isPacked ? gunzipSync(bytes) : bytes).toString()).toContain('the_code');
    if (!packed) expect(isPacked).toBe(false);
  }
});

it('a body that is too large is answered, to a client that writes before it reads', async () => {
  const body = Buffer.alloc(3 * limits.clientFrameBytes, 0x20);
  const head = `POST /api/v1/snippets HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  await server.unharmed(async () => {
    const socket = await rawConnection(server.url);
    let broken = false;
    socket.once('error', () => {
      broken = true;
    });
    // It reads nothing before all of it is written, as simple clients do.
    await new Promise((resolve) => socket.write(head, () => socket.write(body, resolve)));
    const heard = await new Promise<string>((resolve) => {
      socket.once('data', (chunk) => resolve(String(chunk)));
      socket.once('close', () => resolve(''));
    });
    socket.destroy();
    expect({ broken, status: statusIn(heard) }).toEqual({ broken: false, status: 413 });
  });
});

it('a body that is too large is refused before it is sent, where the client asks', async () => {
  const length = 3 * limits.clientFrameBytes;
  const heard = await answerTo(
    server.url,
    `POST /api/v1/snippets HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`,
    1000,
  );
  expect(statusIn(heard)).toBe(413);
});

it('headers of Next’s own say nothing in the log', async () => {
  const before = server.server.process.output.length;
  await server.unharmed(async () => {
    for (let turn = 0; turn < 50; turn++)
      await askPage(server.url, {
        method: 'POST',
        headers: { 'Next-Action': randomBytes(20).toString('hex'), 'Content-Type': 'text/plain' },
      });
  });
  expect(server.server.process.output.length - before).toBeLessThan(1000);
});

const library = (text: string): ProjectFiles => ({ 'src/lib.rs': text });
const manifest = (text: string): ProjectFiles => ({ ...library('fn a() {}'), 'Cargo.toml': text });

const hostile: [string, ProjectFiles][] = [
  ['24,000 functions', library('fn a;\n'.repeat(24_000))],
  ['24,000 tests', library('#[test]fn a(){}\n'.repeat(15_000))],
  ['raw strings that do not end', library('r#"'.repeat(50_000))],
  ['comments that do not end', library('/* '.repeat(80_000))],
  ['attributes that do not end', library('#[a('.repeat(60_000))],
  ['a character that there is not', library('#[pg_test]\n#[should_panic = "\\u{ffffff}"]\nfn a() {}')],
  ['brackets and blanks in Cargo.toml', manifest(`[${' '.repeat(200_000)}`)],
  ['brackets and blanks in a string of Cargo.toml', manifest(`a = "${`[${' '.repeat(2500)}`.repeat(80)}"`)],
  ['a Cargo.toml that is nested', manifest(`a = ${'['.repeat(100_000)}`)],
  ['a hundred thousand lines', library('\n'.repeat(240_000))],
  ['one line', library('a'.repeat(240_000))],
  ['braces', library('{'.repeat(240_000))],
];

it.each(hostile)('a link of %s', async (_what, files) => {
  const { id } = await share(server.url, { files });
  const paths = [
    ...Array.from({ length: 4 }, (_, n) => `/s/${id}?n=${n}`),
    `/s/${id}`,
    `/embed/${id}`,
    `/api/v1/snippets/${id}/archive?format=tar.gz`,
    `/api/v1/snippets/${id}/picture`,
  ];
  await server.unharmed(async () => {
    const answers = await Promise.all(paths.map((path) => askPage(`${server.url}${path}`)));
    // A page that is being made may be asked for too often, but never for good.
    expect(answers.map(({ status }) => status).filter((status) => ![200, 429, 503].includes(status))).toEqual(
      [],
    );
    expect((await askPage(`${server.url}/s/${id}`)).status).toBe(200);
  });
});

it.each<[string, { method?: string; headers?: Record<string, string> }]>([
  ['HEAD', { method: 'HEAD' }],
  ['the headers of a prefetch', { headers: { 'Next-Router-Prefetch': '1', Purpose: 'prefetch' } }],
  ['the headers of a part', { headers: { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%5D' } }],
  ['a segment’s prefetch', { headers: { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' } }],
  ['a range', { headers: { Range: 'bytes=0-10' } }],
  ['a condition', { headers: { 'If-None-Match': '*', 'If-Modified-Since': new Date().toUTCString() } }],
  ['OPTIONS', { method: 'OPTIONS' }],
  ['POST', { method: 'POST' }],
])('a link that is first asked for with %s is whole for its readers', async (_what, first) => {
  const { id } = await share(server.url, { files: library('fn the_marker_of_this_link() {}') });
  await askPage(`${server.url}/s/${id}`, first);
  const { status, body } = await askPage(`${server.url}/s/${id}`);
  expect(status).toBe(200);
  expect(body).toContain('the_marker_of_this_link');
  expect(body).toContain('</html>');
});
