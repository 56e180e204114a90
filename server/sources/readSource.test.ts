import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { isPrivateAddress } from './privateAddress.ts';
import { type SourceSettings, sourceReader } from './readSource.ts';

let server: Server;
let port = 0;
/** What was asked of the files' server, and how it answers. */
let asked: string[] = [];
let answer: RequestListener = () => {};

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const reader = (settings: Partial<SourceSettings> = {}) =>
  sourceReader({
    sources: [{ name: 'docs', base: `http://127.0.0.1:${port}/a/` }],
    timeMs: 2_000,
    ...settings,
  });

it('[EM7] gives a file of a listed source', async () => {
  answer = (_request, response) => response.end('fn é() {}');
  expect(await reader()('docs/sub/one.rs')).toEqual({
    ok: true,
    value: { address: `http://127.0.0.1:${port}/a/sub/one.rs`, text: 'fn é() {}' },
  });
  expect(asked).toEqual(['/a/sub/one.rs']);
});

it('[EM7] asks for nothing but files below a listed address', async () => {
  const read = reader();
  expect(await read('other/one.rs')).toMatchObject({ error: { kind: 'unlisted' } });
  const names = [
    '',
    'docs',
    'docs/',
    'docs/one.txt',
    'docs/../b.rs',
    'docs/x/../../b.rs',
    'docs/%2e%2e/b.rs',
  ];
  names.push(
    'docs//evil.example/a.rs',
    'docs/\\evil/a.rs',
    'docs/a.rs?b.rs',
    'docs/.hidden.rs',
    'http://evil/a.rs',
  );
  for (const name of [...names, 'docs/@evil.example/a.rs', `docs/${'a'.repeat(300)}.rs`, 'docs/a\n.rs'])
    expect([name, await read(name)]).toMatchObject([name, { error: { kind: 'refused' } }]);
  expect(asked).toEqual([]);
});

it('[EM7] follows no redirect', async () => {
  answer = (_request, response) => response.writeHead(302, { Location: '/a/b.rs' }).end();
  expect(await reader()('docs/one.rs')).toMatchObject({ error: { kind: 'refused' } });
  expect(asked).toHaveLength(1);
});

it.each<[string, RequestListener]>([
  ['a page', (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('x')],
  [
    'bytes',
    (_, response) => response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end('x'),
  ],
  ['compressed', (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x')],
  ['no UTF-8', (_, response) => response.end(Buffer.from([0xff, 0xfe]))],
  ['too large', (_, response) => response.end('x'.repeat(limits.projectBytes + 1))],
])('[EM7] refuses what is %s', async (_name, listener) => {
  answer = listener;
  expect(await reader()('docs/one.rs')).toMatchObject({ ok: false, error: { kind: 'refused' } });
});

it('[EM7] says what is missing, what does not answer, and what takes too long', async () => {
  answer = (_request, response) => response.writeHead(404).end();
  expect(await reader()('docs/one.rs')).toMatchObject({ error: { kind: 'missing' } });
  answer = (_request, response) => void response.write('a byte, and no more');
  const slow = { error: { kind: 'unreachable', message: expect.stringContaining('too long') } };
  expect(await reader({ timeMs: 100 })('docs/one.rs')).toMatchObject(slow);
  const gone = [{ name: 'docs', base: 'http://127.0.0.1:9/' }];
  expect(await reader({ sources: gone })('docs/one.rs')).toMatchObject({ error: { kind: 'unreachable' } });
});

it('[EM7] goes to no private address by a name, whichever of its addresses that is', async () => {
  answer = (_request, response) => response.end('secret');
  const sources = [{ name: 'docs', base: `http://docs.example:${port}/` }];
  for (const found of [['127.0.0.1'], ['192.0.2.1', '10.0.0.1']]) {
    const lookup = ((_host: string, _options: unknown, done: (...all: unknown[]) => void) =>
      done(
        null,
        found.map((address) => ({ address, family: 4 })),
      )) as unknown as SourceSettings['lookup'];
    expect(await reader({ sources, lookup })('docs/one.rs')).toMatchObject({
      error: { kind: 'unreachable', message: expect.stringContaining('isn’t public') },
    });
  }
  expect(asked).toEqual([]);
});

it('[EM7] knows what is private', () => {
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '::1',
    '::',
  ];
  inside.push(
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '255.255.255.255',
    'x',
  );
  for (const address of [...inside, '2002:7f00:1::', '100.64.0.1'])
    expect([address, isPrivateAddress(address)]).toEqual([address, true]);
  for (const address of ['93.184.215.14', '172.32.0.1', '2606:2800:21f::1'])
    expect([address, isPrivateAddress(address)]).toEqual([address, false]);
});
