import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../server/base/newId.ts';
import { type PlayedServer, playedServer } from '../support/fakes/playedServer.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { SocketPage } from '../support/SocketPage.ts';

const containers = 5;
const hostile = '127.0.0.66';
const request = { files: { 'src/lib.rs': '' }, sql: 'SELECT 1', mode: 'run' as const };

let played: PlayedServer;
let url: string;

beforeAll(async () => {
  played = await playedServer((settings) => {
    settings.connections = 400;
    settings.socketsPerAddress = 300;
    settings.rates.addressConnections = 2_000;
    settings.rates.addressRuns = 2_000;
    settings.sessions.mostSessions = 400;
    settings.sessions.supply = { ...settings.sessions.supply, containers, warm: 0, queue: 200 };
    settings.sessions.expiry.awayMs = 8_000;
  });
  url = played.server.url;
});
afterAll(() => played[Symbol.asyncDispose]());

/** How long a Run takes to its end, in milliseconds. */
async function runMs(page: SocketPage): Promise<number> {
  const run = newId();
  const began = performance.now();
  page.send({ type: 'run', run, request });
  await page.until('event', (message) => message.run === run && message.event.type === 'done');
  const [end] = page
    .of('event')
    .flatMap(({ run: of, event }) => (of === run && event.type === 'done' ? event : []));
  expect(end?.outcome).toBe('ok');
  return performance.now() - began;
}

async function healthMs(): Promise<number> {
  const began = performance.now();
  await (await fetch(`${url}/api/v1/health`)).text();
  return performance.now() - began;
}

it('a peer with sockets without number leaves a quarter of them to others', async () => {
  // The connection over which health is asked stays open.
  await healthMs();
  const opened = noteOpenResources();
  const sockets: Socket[] = [];
  for (let n = 0; n < 450; n += 1) {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress: hostile });
    socket.on('error', () => {});
    sockets.push(socket);
  }
  await expect.poll(() => sockets.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(150);
  {
    await using page = await SocketPage.connect(url);
    expect(await runMs(page)).toBeLessThan(1_000);
    expect(await healthMs()).toBeLessThan(200);
  }
  for (const socket of sockets) socket.destroy();
  // Timers of a session whose page is gone are still there; sockets are not.
  expect((await opened()).filter((kind) => kind.startsWith('TCP'))).toEqual([]);
});

it('a crowd of one address that presses Run and goes away takes nothing from its neighbours', async () => {
  await using neighbour = await SocketPage.connect(url);
  await runMs(neighbour);
  const crowd: SocketPage[] = [];
  for (let n = 0; n < 150; n += 1) {
    const page = await SocketPage.connect(url, {}, hostile);
    page.send({ type: 'run', run: newId(), request });
    crowd.push(page);
  }
  await expect.poll(() => played.server.sessions.counts.waitingForContainer).toBeGreaterThan(140);
  expect(await runMs(neighbour)).toBeLessThan(1_000);
  for (const { socket } of crowd) socket.terminate();
  await Promise.all(crowd.map(({ closed }) => closed));
  await using newcomer = await SocketPage.connect(url, {}, '127.0.0.3');
  const waited = runMs(newcomer);
  expect(await healthMs()).toBeLessThan(200);
  expect(await runMs(neighbour)).toBeLessThan(1_000);
  expect(await waited).toBeLessThan(8_000);
  await expect.poll(() => played.server.sessions.counts.waitingForContainer, { timeout: 8_000 }).toBe(0);
  await expect.poll(() => played.sandbox.running.length, { timeout: 12_000 }).toBe(2);
});
