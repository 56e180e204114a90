import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlayedServer, playedServer } from '../../test/support/fakes/playedServer.ts';
import { exchange, openSocket, readAll, statusOf } from '../../test/support/rawHttp.ts';
import type { Handler } from './core/route.ts';
import { Sockets } from './sockets/Sockets.ts';

let played: PlayedServer;
let url = '';
let page: Handler = (_request, response) => void response.end('page');
let asked = 0;
let atOnce = 0;
let mostAtOnce = 0;

beforeEach(async () => {
  asked = 0;
  mostAtOnce = 0;
  page = (_request, response) => void response.end('page');
  played = await playedServer(
    (settings) => {
      settings.connections = 2_000;
    },
    async (request, response, parameters) => {
      asked += 1;
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return page(request, response, parameters);
    },
  );
  url = played.server.url;
});
afterEach(() => played[Symbol.asyncDispose]());

const metric = async (name: string) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(name));
  return Number(line?.split(' ').at(-1) ?? 0);
};
const get = (path: string, ...headers: string[]) =>
  ['GET '.concat(path, ' HTTP/1.1'), 'Host: localhost', ...headers, '', ''].join('\r\n');
const lives = async () => expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);

const json = 'Content-Type: application/json';
const body = JSON.stringify({ files: { 'src/lib.rs': 'x'.repeat(2_000) } });
const post = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${json}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const upgrade = (path: string) =>
  get(
    path,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEC==',
  );

const everyKind = {
  page: get('/'),
  'static file': get('/_next/static/a.js'),
  link: get('/s/aaaaaaaaaaaa'),
  embed: get('/embed?theme=dark'),
  picture: get('/api/v1/snippets/aaaaaaaaaaaa/picture'),
  'API GET': get('/api/v1/openapi.json'),
  'API POST': post('/api/v1/snippets'),
  run: post('/api/v1/run'),
  DELETE: get('/api/v1/snippets/aaaaaaaaaaaa').replace('GET', 'DELETE'),
  OPTIONS: get('/api/v1/run').replace('GET', 'OPTIONS'),
  metrics: get('/metrics'),
  'session upgrade': upgrade('/api/v1/session'),
  'session upgrade with an origin': upgrade('/api/v1/session').replace(
    '\r\n\r\n',
    '\r\nOrigin: http://localhost\r\n\r\n',
  ),
  'other upgrade': upgrade('/x'),
  CONNECT: get('a:1').replace('GET', 'CONNECT'),
  garbage: '\x16\x03\x01 garbage\r\n\r\n',
  expecting: post('/api/v1/run').replace(json, `${json}\r\nExpect: 100-continue`),
};

it('a bug over one request is answered with 500, logged without what was sent, and counted', async () => {
  page = () => {
    throw new Error('a bug over secret');
  };
  expect((await fetch(`${url}/embed.js?secret`)).status).toBe(500);
  expect(played.logged).toEqual(['handling a request failed']);
  expect(await metric('playground_contained_errors_total{door="request"}')).toBe(1);
  await lives();
});

describe('a connection that is reset', () => {
  it.each(Object.entries(everyKind))('leaves nothing behind at any stage of %s', async (_, text) => {
    const lineEnd = text.indexOf('\r\n');
    const headEnd = text.indexOf('\r\n\r\n') + 4;
    const stages = [0, lineEnd >> 1, lineEnd + 9, headEnd, (headEnd + text.length) >> 1, text.length];
    for (const stage of stages) {
      const socket = await openSocket(url);
      if (stage > 0) await new Promise((sent) => socket.write(text.slice(0, stage), sent));
      socket.resetAndDestroy();
    }
    // While the answer is made, and half-way through it.
    for (const event of ['data', 'readable']) {
      const socket = await openSocket(url);
      socket.write(text);
      if (!text.includes('100-continue') && text !== everyKind.garbage) await once(socket, event);
      socket.resetAndDestroy();
    }
    await lives();
    await expect.poll(() => played.server.sessions.counts).toMatchObject({ oneShots: 0, connected: 0 });
    // This one that asks.
    await expect.poll(() => metric('playground_sockets{what="answering"}')).toBe(1);
    await expect.poll(() => metric('playground_sockets{what="upgraded"}')).toBe(0);
    expect(played.logged).not.toContain('handling a request failed');
  });

  it('that never closes its side is let go where its upgrade is refused', async () => {
    const all = await Promise.all(
      ['/x', '/api/v1/session', '/learn/%ff'].map(async (path) => {
        const socket = await openSocket(url, { allowHalfOpen: true });
        socket.write(upgrade(path));
        let told = '';
        socket.on('data', (chunk) => {
          told += chunk;
        });
        await once(socket, 'end');
        return { socket, told };
      }),
    );
    expect(all.map(({ told }) => statusOf(told))).toEqual([404, 403, 400]);
    await expect.poll(() => metric('playground_sockets{what="upgraded"}'), { timeout: 5_000 }).toBe(0);
    for (const { socket } of all) socket.destroy();
  });
});

describe('requests that are sent ahead', () => {
  it('are answered in order, one at a time', async () => {
    page = (request, response) => void response.end(`[${request.url}]`);
    const paths = ['/learn?q=1', '/learn?q=2', '/api/v1/nothing', '/learn?q=3'];
    const answer = await exchange(
      url,
      [...paths.map((path) => get(path)), get('/learn?q=4', 'Connection: close')].join(''),
    );
    expect([...answer.matchAll(/\[.*?\]|No such API endpoint/g)].map(String)).toEqual([
      '[/learn?q=1]',
      '[/learn?q=2]',
      'No such API endpoint',
      '[/learn?q=3]',
      '[/learn?q=4]',
    ]);
    expect(mostAtOnce).toBe(1);
  });

  it('are not begun where there are too many: the connection is cut', async () => {
    const socket = await openSocket(url);
    socket.write(get('/learn?q=1').repeat(3_000));
    await readAll(socket);
    expect(asked).toBeLessThan(3);
    expect(await metric('playground_refused_total{reason="pipelined"}')).toBe(1);
    await lives();
  });

  it('are not answered behind an answer that closes', async () => {
    const answer = await exchange(url, get('/api/v1/health', 'Connection: close') + get('/api/v1/nothing'));
    expect(answer).toMatch(/"status":"ok"/);
    expect(answer).not.toContain('No such API endpoint');
  });
});

it('cuts a connection on which an answer is not read', async () => {
  const server = createServer();
  const refused: string[] = [];
  const sockets = new Sockets(
    server,
    (reason) => refused.push(reason),
    (uses) =>
      uses.filter(({ isWhole, waiting }) => isWhole && waiting > 1_000_000).map(({ socket }) => socket),
  );
  server.on('request', ({ socket }, response) =>
    sockets.inTurn(socket, response, () => response.end(Buffer.alloc(64_000_000))),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = await openSocket(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  socket.write(get('/'));
  await expect.poll(() => refused, { timeout: 10_000 }).toEqual(['unread']);
  await expect.poll(() => sockets.counts).toEqual({ idle: 0, answering: 0, upgraded: 0 });
  socket.destroy();
  server.close();
});

describe('what is no request of ours', () => {
  it.each([
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['escapes that are none', get('/learn/%ff', 'Connection: close'), 400],
    ['an address of elsewhere', get('//evil.example/', 'Connection: close'), 400],
    ['a whole address', get('http://evil.example/', 'Connection: close'), 400],
    ['a long address', get(`/${'a'.repeat(9_000)}`, 'Connection: close'), 414],
    ['two hosts', get('/', 'Host: localhost', 'Connection: close'), 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a host that is none', get('/', 'Connection: close').replace('localhost', 'a b'), 400],
    ['another host', get('/metrics', 'Connection: close').replace('localhost', 'rebound.example:3000'), 421],
    [
      'an action',
      `${get('/', 'Next-Action: x', 'Content-Length: 0', 'Connection: close').replace('GET', 'POST')}`,
      405,
    ],
    ['both lengths', post('/api/v1/run').replace(json, `${json}\r\nTransfer-Encoding: chunked`), 400],
    ['two lengths', post('/api/v1/run').replace(json, `${json}\r\nContent-Length: 5`), 400],
    [
      'a strange encoding',
      post('/api/v1/run').replace(/Content-Length: \d+/, 'Transfer-Encoding: xchunked'),
      400,
    ],
    ['a length below zero', post('/api/v1/run').replace(/Content-Length: \d+/, 'Content-Length: -1'), 400],
    ['headers without end', get('/', `A: ${'b'.repeat(20_000)}`), 431],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ])('%s is refused, and nothing is logged of it', async (_, text, status) => {
    expect(statusOf(await exchange(url, text))).toBe(status);
    await lives();
    expect(asked).toBe(0);
    expect(played.logged).toEqual([]);
  });

  it('an offer to speak HTTP/2 is passed over', async () => {
    const offer = get(
      '/api/v1/health',
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AA',
    );
    expect(statusOf(await exchange(url, offer))).toBe(200);
  });

  it('names the settings to the operator of a server that is known by another name', async () => {
    const answer = await exchange(
      url,
      get('/', 'Connection: close').replace('localhost', 'play.example.org'),
    );
    for (const name of ['PLAYGROUND_HOST', 'PLAYGROUND_ORIGINS', 'PLAYGROUND_PROXIES'])
      expect(answer).toContain(name);
    expect(statusOf(await exchange(url, 'GET /api/v1/health HTTP/1.0\r\n\r\n'))).toBe(200);
  });
});
