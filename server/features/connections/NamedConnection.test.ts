import { expect, it } from 'vitest';
import type { ServerMessage } from '../../../protocol/messages/serverMessage.ts';
import { FakeClock } from '../../../test/support/fakes/FakeClock.ts';
import { NamedConnection } from './NamedConnection.ts';

function named() {
  const told: ServerMessage[] = [];
  const send = (message: ServerMessage) => told.push(message);
  return { told, connection: new NamedConnection({ name: 'a', clock: new FakeClock(), send }) };
}

it('keeps a bounded number of events for a page that comes back, the newest', () => {
  const { told, connection } = named();
  for (let ms = 0; ms < 3_000; ms += 1) connection.happened({ type: 'done', outcome: 'ok', ms });
  told.length = 0;
  connection.tell(true);
  const events = told.flatMap((message) => (message.type === 'connection.event' ? [message.event] : []));
  expect(events).toHaveLength(1_000);
  expect(events.at(-1)).toMatchObject({ ms: 2_999 });
});

it('remembers the last executions, so that none of them is done twice, and no more', async () => {
  const { told, connection } = named();
  connection.close('There is no container.');
  const ids = Array.from({ length: 66 }, (_, at) => `${at}`.padStart(22, 'A'));
  const begun = () =>
    told.filter((message) => message.type === 'connection.event' && message.event.type === 'execution')
      .length;
  for (const id of ids) await connection.execute(id, 'SELECT 1');
  expect(begun()).toBe(66);
  for (const id of [ids.at(-1) ?? '', ids[0] ?? '']) await connection.execute(id, 'SELECT 1');
  expect(begun()).toBe(67);
});
