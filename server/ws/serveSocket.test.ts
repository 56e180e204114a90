import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { protocolVersion } from '../../protocol/version.ts';
import { FakeClock, settled } from '../../test/support/fakes/FakeClock.ts';
import type { Session } from '../sessions/Session.ts';
import type { Sessions } from '../sessions/Sessions.ts';
import { Budgets } from './Budgets.ts';
import { FrameTurns } from './FrameTurns.ts';
import { addressBytes } from './messageCosts.ts';
import { serveSocket } from './serveSocket.ts';

const hello = Buffer.from(JSON.stringify({ type: 'hello', version: protocolVersion }));
const ping = Buffer.from('{"type":"ping"}');

function open() {
  const clock = new FakeClock();
  const budgets = new Budgets(clock.now);
  const turns = new FrameTurns();
  const heard: string[] = [];
  const session = {
    handle: ({ type }: { type: string }) => heard.push(type),
    detach: () => heard.push('detached'),
  } as unknown as Session;
  const sessions = { connect: () => session } as unknown as Sessions;
  const calls = { pause: vi.fn(), resume: vi.fn(), close: vi.fn(), ping: vi.fn(), send: vi.fn() };
  const socket = Object.assign(new EventEmitter(), { ...calls, OPEN: 1, readyState: 1, bufferedAmount: 0 });
  serveSocket(socket as unknown as WebSocket, 'a', { sessions, clock, budgets, turns, heartbeatMs: 60_000 });
  return { socket, clock, budgets, turns, heard, ...calls };
}

it('[C3] reads a page on later whose address has sent more than its share', async () => {
  const { socket, clock, budgets, heard, pause, resume } = open();
  socket.emit('message', hello, false);
  expect(pause).not.toHaveBeenCalled();
  budgets.ofAddress('a').bytes.owe(addressBytes.burst + 2 * addressBytes.perSecond);
  socket.emit('message', ping, false);
  await settled();
  expect([heard, pause.mock.calls.length, resume.mock.calls.length]).toEqual([['ping'], 1, 0]);
  await clock.advance(1_900);
  expect(resume).not.toHaveBeenCalled();
  await clock.advance(200);
  expect(resume).toHaveBeenCalledOnce();
});

it('[S4] takes what was said before its end, however busy the server is', async () => {
  const { socket, turns, heard } = open();
  socket.emit('message', hello, false);
  await settled();
  turns.take('another', () => {
    const since = performance.now();
    while (performance.now() - since < 11);
  });
  socket.emit('message', Buffer.from('{"type":"leave"}'), false);
  socket.readyState = 3;
  socket.emit('close');
  expect(heard).toEqual([]);
  await settled();
  expect(heard).toEqual(['leave', 'detached']);
});
