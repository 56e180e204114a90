import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newId } from '../../server/base/newId.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { attacked } from './support/attacked.ts';
import { rawConnection, resetAfter } from './support/rawConnection.ts';
import { upgradeRequest } from './support/upgradeRequest.ts';

const server = attacked('sockets');

const host = () => new URL(server.url).host;
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: ${host()}\r\n\r\n`;
const post = (path: string, body: string, length = body.length) =>
  `POST ${path} HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;

const paths = [
  '/',
  '/nothing',
  '/_next/webpack-hmr',
  '/metrics',
  '/api/v1/session',
  '/api/v1/health',
  '/api/v1/run',
  '/api/v1/snippets',
  '/s/AAAAAAAAAAAA',
  '/learn',
];

it('upgrades of every path, reset at each stage', async () => {
  await server.unharmed(async () => {
    for (const path of paths)
      for (const ms of [0, 1, 20])
        await Promise.all([
          resetAfter(server.url, upgradeRequest(path, server.url), ms),
          resetAfter(server.url, upgradeRequest(path, 'http://elsewhere.test'), ms),
          resetAfter(server.url, upgradeRequest(path, server.url, ['Content-Length: 5']), ms),
        ]);
  });
});

it('requests of every endpoint, reset at each stage', async () => {
  const whole = JSON.stringify({ files: { 'src/lib.rs': 'fn a() {}' } });
  await server.unharmed(async () => {
    for (const path of paths)
      for (const ms of [0, 1, 20])
        await Promise.all([
          resetAfter(server.url, '', ms),
          resetAfter(server.url, get(path).slice(0, -2), ms),
          resetAfter(server.url, get(path), ms),
          resetAfter(server.url, get(path).repeat(20), ms),
          resetAfter(server.url, post(path, whole.slice(0, 10), whole.length), ms),
          resetAfter(server.url, post(path, '{'.repeat(70_000), 2_000_000), ms),
        ]);
  });
});

it('runs by the HTTP API whose caller is gone', async () => {
  const body = JSON.stringify({ files: { 'src/lib.rs': 'fn a() {}' } });
  await server.unharmed(async () => {
    for (const ms of [0, 20, 200]) await resetAfter(server.url, post('/api/v1/run', body), ms);
  });
});

it('sessions that are reset at each stage', async () => {
  await server.unharmed(async () => {
    for (const ms of [0, 5, 50, 300]) {
      const page = await SocketPage.connect(server.url);
      page.send({
        type: 'run',
        run: newId(),
        request: { files: { 'src/lib.rs': 'fn a() {}' }, mode: 'check' },
      });
      page.send({ type: 'terminal.open', columns: 80, rows: 24 });
      page.send({ type: 'serverLog.follow' });
      page.send({ type: 'connection.open', connection: 'A' });
      page.send({ type: 'language.start', files: { 'src/lib.rs': '' } });
      page.send({ type: 'leave' });
      await sleep(ms);
      reset(page);
      await page.closed;
    }
  });
});

it('frames that break WebSocket’s own rules', async () => {
  const frames = [
    [0x81, 0x00],
    [0x83, 0x80, 0, 0, 0, 0],
    [0xf1, 0x80, 0, 0, 0, 0],
    [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
    [0x81, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0],
    [0x88, 0xff, 0, 1],
    [0x89, 0xfe, 0xff, 0xff, 0, 0, 0, 0],
    [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff],
    [0x80, 0x80, 0, 0, 0, 0],
  ];
  await server.unharmed(async () => {
    await Promise.all(frames.flatMap((frame) => [0, 30].map((ms) => brokenFrame(Buffer.from(frame), ms))));
  });
});

it('a page that reads nothing of what it asks for', async () => {
  await server.unharmed(async () => {
    const pages = await Promise.all(Array.from({ length: 3 }, () => SocketPage.connect(server.url)));
    for (const page of pages) {
      page.socket.pause();
      page.send({ type: 'terminal.open', columns: 80, rows: 24 });
      page.send({ type: 'terminal.input', data: '\\! yes\r' });
    }
    await sleep(3000);
    for (const page of pages) page.send({ type: 'leave' });
    await sleep(200);
    for (const page of pages) await page[Symbol.asyncDispose]();
  });
});

async function brokenFrame(frame: Buffer, ms: number): Promise<void> {
  const socket = await rawConnection(server.url);
  socket.write(upgradeRequest('/api/v1/session', server.url));
  await new Promise((resolve) => socket.once('data', resolve));
  socket.write(frame);
  await sleep(ms);
  socket.resetAndDestroy();
}

/** Ends a page's connection as a network does that has lost it. */
function reset(page: SocketPage): void {
  const { _socket: socket } = page.socket as unknown as { _socket: { resetAndDestroy(): void } };
  expect(socket).toBeTruthy();
  socket.resetAndDestroy();
}
