import { describe, expect, it } from 'vitest';
import { clientMessage } from '../../protocol/messages/clientMessage.ts';
import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';
import { serverMessage } from '../../protocol/messages/serverMessage.ts';
import { closeCodes } from '../../protocol/version.ts';
import { FakeClock } from '../../test/support/fakes/FakeClock.ts';
import type { Session } from '../sessions/Session.ts';
import { Budgets } from './Budgets.ts';
import { hearSession } from './hearSession.ts';
import { addressBudget, messageCosts, sessionBudget } from './messageCosts.ts';
import type { SocketConnection } from './SocketConnection.ts';

type Message = Parameters<ReturnType<typeof hearSession>>[1];

const ask: Message = { type: 'objects.ask' };
const exec = messageCosts['objects.ask'];

function pageOf(budgets: Budgets, clock: FakeClock, address = '192.0.2.1') {
  const heard: string[] = [];
  const said: ServerMessage[] = [];
  const closed: number[] = [];
  const session = { handle: (message: Message) => heard.push(message.type) } as unknown as Session;
  const connection = {
    send: (message: ServerMessage) => said.push(message),
    close: (code: number) => closed.push(code),
  } as unknown as SocketConnection;
  const hear = hearSession(connection, budgets.ofAddress(address).cost, { budgets, clock });
  return { heard, said, closed, session, say: (message: Message, to = session) => hear(to, message) };
}

describe('what messages cost', () => {
  it('[C3] is kept to a budget for each session, whatever number of sockets it comes by', async () => {
    const clock = new FakeClock();
    const budgets = new Budgets(clock.now);
    const page = pageOf(budgets, clock);
    const allowed = sessionBudget.burst / exec;
    for (let n = 0; n < allowed + 3; n++) page.say(ask);
    expect([page.heard.length, page.said, page.closed]).toEqual([
      allowed,
      Array(3).fill(
        expect.objectContaining({ type: 'objects', problem: expect.stringContaining('Too many requests') }),
      ),
      [],
    ]);
    const another = pageOf(budgets, clock);
    another.say(ask, page.session);
    another.say(ask);
    expect([page.heard.length, another.heard.length]).toEqual([allowed, 1]);
    await clock.advance(1_000);
    for (let n = 0; n < 5; n++) page.say(ask);
    expect(page.heard.length).toBe(allowed + Math.floor(sessionBudget.perSecond / exec));
  });

  it('[C3] is kept to a budget for each address, which many honest people do not reach', () => {
    const clock = new FakeClock();
    const budgets = new Budgets(clock.now);
    const room = Array.from({ length: 300 }, () => pageOf(budgets, clock));
    for (const page of room) for (let n = 0; n < 15; n++) page.say(ask);
    expect(room.every(({ heard }) => heard.length === 15)).toBe(true);
    let taken = 300 * 15;
    for (let n = 0; taken * exec < addressBudget.burst && n < 300; n++) {
      const page = pageOf(budgets, clock);
      for (let asked = 0; asked < 20; asked++) page.say(ask);
      taken += page.heard.length;
    }
    expect(taken).toBe(addressBudget.burst / exec);
    const late = pageOf(budgets, clock);
    late.say(ask);
    const elsewhere = pageOf(budgets, clock, '198.51.100.1');
    elsewhere.say(ask);
    expect([late.heard, elsewhere.heard]).toEqual([[], ['objects.ask']]);
  });

  it('[C3] closes the socket of one who goes on, or says what has no answer', () => {
    const clock = new FakeClock();
    const page = pageOf(new Budgets(clock.now), clock);
    for (let n = 0; n < sessionBudget.burst; n++) page.say({ type: 'keepAwake' });
    expect(page.closed).toEqual([]);
    page.say({ type: 'keepAwake' });
    expect(page.closed).toEqual([closeCodes.tooMany]);
    const other = pageOf(new Budgets(clock.now), clock);
    for (let n = 0; other.closed.length === 0 && n < 1_000; n++) other.say(ask);
    expect([other.closed, other.said.length]).toEqual([[closeCodes.tooMany], 50]);
  });

  it('is answered in the protocol’s own messages where it is too much', () => {
    const files = { 'src/lib.rs': '' };
    const id = 'r'.repeat(22);
    const asks = [
      { type: 'run', run: id, request: { files } },
      { type: 'background', run: id, request: { files } },
      { type: 'terminal.open', columns: 80, rows: 24 },
      { type: 'connection.execute', connection: 'a', execution: id, sql: '' },
      { type: 'objects.ask' },
      { type: 'settings.ask' },
      { type: 'serverLog.follow' },
      { type: 'language.start', files },
      { type: 'language.source', request: 1, path: '/x.rs' },
      { type: 'package.get', format: 'deb' },
    ];
    const clock = new FakeClock();
    const page = pageOf(new Budgets(clock.now), clock);
    for (let n = 0; n < sessionBudget.burst; n++) page.say({ type: 'keepAwake' });
    for (const one of asks) page.say(clientMessage.parse(one) as Message);
    expect(page.said.map((message) => serverMessage.parse(message).type)).toHaveLength(asks.length);
  });
});

it('remembers only addresses that have used some of their budget', () => {
  const clock = new FakeClock();
  const budgets = new Budgets(clock.now);
  for (let n = 0; n < 999; n++) budgets.ofAddress(`idle ${n}`);
  const used = budgets.ofAddress('used');
  used.cost.take(addressBudget.burst);
  budgets.ofAddress('new');
  expect(budgets.addresses).toBe(2);
  expect(budgets.ofAddress('used')).toBe(used);
});
