import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from '../../protocol/limits.ts';
import { closeCodes, protocolVersion } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { type PlayedServer, playedServer } from '../support/fakes/playedServer.ts';
import { SocketPage } from '../support/SocketPage.ts';

let played: PlayedServer;
let url: string;
const request = { files: { 'src/lib.rs': '' }, sql: 'select 1', mode: 'run' as const };

beforeAll(async () => {
  played = await playedServer();
  url = played.server.url;
});
afterAll(() => played[Symbol.asyncDispose]());

/** The status with which an upgrade is refused. */
async function refusedWith(origin: string | undefined, at = url): Promise<number> {
  const socket = new WebSocket(`${at.replace('http', 'ws')}/api/v1/session`, { origin });
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  socket.on('error', () => {});
  socket.terminate();
  return response.statusCode;
}

describe('opening', () => {
  it('[O1] takes no upgrade from another origin', async () => {
    expect(await refusedWith('https://evil.example')).toBe(403);
    expect(await refusedWith(undefined)).toBe(403);
  });

  it('[O2] wants hello first', async () => {
    await using page = await SocketPage.open(url);
    page.send({ type: 'ping' });
    expect(await page.closed).toBe(closeCodes.badMessage);
  });

  it('[O2] wants hello once', async () => {
    await using page = await SocketPage.connect(url);
    page.send({ type: 'hello', version: protocolVersion, after: 0, terminalAfter: 0 });
    expect(await page.closed).toBe(closeCodes.badMessage);
  });

  it('[O3] answers with welcome, then session', async () => {
    await using page = await SocketPage.connect(url);
    await page.until('session');
    expect(page.messages.slice(0, 2).map(({ type }) => type)).toEqual(['welcome', 'session']);
  });

  it('[O4] takes no other version', async () => {
    await using page = await SocketPage.open(url);
    page.send({ type: 'hello', version: 99, after: 0, terminalAfter: 0 });
    expect(await page.closed).toBe(closeCodes.badVersion);
  });

  it('[O6] gives a session to the page that comes last', async () => {
    await using first = await SocketPage.connect(url);
    const session = first.of('welcome')[0]?.session;
    await using second = await SocketPage.connect(url, { session });
    expect(await first.closed).toBe(closeCodes.replaced);
    expect(second.of('welcome')).toMatchObject([{ resumed: true, session }]);
  });
});

describe('a run over the socket', () => {
  it('[E1] [E2] is told whole to a page that lost its connection in the midst of it', async () => {
    await using first = await SocketPage.connect(url);
    const run = newId();
    first.send({ type: 'run', run, request });
    await first.until('event', ({ event }) => event.type === 'log');
    const seen = first.of('event').length;
    first.socket.terminate();
    const session = first.of('welcome')[0]?.session;
    await using second = await SocketPage.connect(url, { session, after: seen });
    await second.until('event', ({ event }) => event.type === 'done');
    const seqs = [...first.of('event').slice(0, seen), ...second.of('event')].map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  });

  it('[E6] keeps the times of what is sent again', async () => {
    await using first = await SocketPage.connect(url);
    first.send({ type: 'run', run: newId(), request });
    await first.until('event', ({ event }) => event.type === 'done');
    const session = first.of('welcome')[0]?.session;
    await using second = await SocketPage.connect(url, { session });
    await second.until('event', ({ event }) => event.type === 'done');
    expect(second.of('event')).toEqual(first.of('event'));
    const times = second.of('event').map(({ at }) => at ?? -1);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('[R3] is refused, and the socket stays, where its project breaks a rule', async () => {
    await using page = await SocketPage.connect(url);
    const run = newId();
    page.send({ type: 'run', run, request: { ...request, files: { '../x': '' } } });
    expect(await page.until('refused')).toMatchObject({ run, kind: 'invalid' });
    page.send({ type: 'ping' });
    await page.until('pong');
  });
});

describe('closing', () => {
  it.each([
    ['text that is not JSON', 'hello'],
    ['an unknown message', '{"type":"rm"}'],
    ['a binary frame', Buffer.from('{"type":"ping"}')],
  ])('[C2] is with badMessage for %s, and the session lives on', async (_, data) => {
    await using page = await SocketPage.connect(url);
    page.socket.send(data);
    expect(await page.closed).toBe(closeCodes.badMessage);
    const session = page.of('welcome')[0]?.session;
    await using again = await SocketPage.connect(url, { session });
    expect(again.of('welcome')[0]?.resumed).toBe(true);
  });

  it('[C2] is with 1009 for a frame that is too large', async () => {
    await using page = await SocketPage.connect(url);
    page.socket.send('x'.repeat(limits.clientFrameBytes + 1));
    expect(await page.closed).toBe(1009);
  });

  it('[C3] is with tooMany for too many messages', async () => {
    await using page = await SocketPage.connect(url);
    for (let n = 0; n < 1_000; n += 1) page.send({ type: 'keepAwake' });
    expect(await page.closed).toBe(closeCodes.tooMany);
  });

  it('[C3] is with tooMany for too many bytes', async () => {
    await using page = await SocketPage.connect(url);
    const large = JSON.stringify({ type: 'keepAwake', more: 'x'.repeat(limits.clientFrameBytes - 100) });
    for (let n = 0; n < 6; n += 1) page.socket.send(large);
    expect(await page.closed).toBe(closeCodes.tooMany);
  });

  it('[C5] is with draining when the server goes', async () => {
    const other = await playedServer();
    await using page = await SocketPage.connect(other.server.url);
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await page.until('terminal.output');
    await other[Symbol.asyncDispose]();
    expect(await page.closed).toBe(closeCodes.draining);
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'draining' }]);
    expect(other.sandbox.running).toEqual([]);
  });
});

describe('bounds', () => {
  it('lets only so many sockets of one address in', async () => {
    await using small = await playedServer((settings) => {
      settings.socketsPerAddress = 1;
    });
    await using page = await SocketPage.connect(small.server.url);
    expect(await refusedWith(small.server.url, small.server.url)).toBe(429);
    page.socket.close();
    await page.closed;
    await using _next = await SocketPage.connect(small.server.url);
  });

  it('lets only so many sockets of one address in a minute', async () => {
    await using small = await playedServer((settings) => {
      settings.rates.addressConnections = 1;
    });
    await using _page = await SocketPage.connect(small.server.url);
    expect(await refusedWith(small.server.url, small.server.url)).toBe(429);
  });

  it('[T4] [C4] makes psql wait for a page that reads nothing', async () => {
    await using other = await playedServer();
    let written = 0;
    other.sandbox.on('psql', async ({ stdout, ended }) => {
      const end = new Promise((resolve) => ended.addEventListener('abort', resolve));
      while (!ended.aborted) {
        written += 16_384;
        if (!stdout.write('x'.repeat(16_384)))
          await Promise.race([end, new Promise((resolve) => stdout.once('drain', resolve))]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return 0;
    });
    await using page = await SocketPage.connect(other.server.url);
    page.socket.pause();
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    let before = -1;
    while (written !== before) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    // What the kernel keeps for the two ends of a loopback connection comes on top of our own bound.
    expect(written).toBeLessThan(16 * 1024 * 1024);
    page.socket.resume();
    await page.until('terminal.output', ({ offset }) => offset > before);
  });
});
