import { expect, it } from 'vitest';
import { type ConnectionState, toldEvent, toldState } from './connectionRecord.ts';

const state: ConnectionState = {
  type: 'connection.state',
  connection: 'A',
  status: 'open',
  pid: 41,
  transaction: 'none',
  running: null,
  waitsFor: [],
  libraries: [],
};
const said = (execution: string | null, event: Parameters<typeof toldEvent>[1]['event']) =>
  ({ type: 'connection.event', connection: 'A', execution, event }) as const;
const execution = { type: 'execution', sql: 'select 1' } as const;
const done = { type: 'done', outcome: 'ok', ms: 1 } as const;
const notification = { type: 'notification', channel: 'c', payload: '', pid: 42 } as const;

it('tells what belongs to an execution from what came by itself', () => {
  let record = toldState(undefined, state);
  for (const message of [
    said('x'.repeat(22), execution),
    said('x'.repeat(22), done),
    said(null, notification),
    said(null, notification),
    said('y'.repeat(22), execution),
  ])
    record = toldEvent(record, message);
  expect(record.sayings.map(({ events }) => events.length)).toEqual([2, 2, 1]);
});

it('forgets what it has when all is told again, and the oldest when there is much', () => {
  let record = toldEvent(toldState(undefined, state), said(null, notification));
  expect(toldState(record, { ...state, transaction: 'open' }).sayings).toHaveLength(1);
  expect(toldState(record, { ...state, fresh: true }).sayings).toEqual([]);
  for (let n = 0; n < 100; n += 1) record = toldEvent(record, said('z'.repeat(22), execution));
  expect(record.sayings).toHaveLength(60);
});
