import type { ConnectionEvent } from '../../protocol/messages/connectionMessages.ts';
import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';

export type ConnectionState = ServerMessageOf<'connection.state'>;

/** What was said on a connection by one execution, or between two by Postgres itself. */
export interface Saying {
  /** Null for what came by itself. */
  execution: string | null;
  events: ConnectionEvent[];
}

/** One connection as the page knows it. */
export interface ConnectionRecord {
  state: ConnectionState;
  sayings: Saying[];
}

/** Older sayings than so many are let go of: the pane is no archive. */
const keptSayings = 60;

export function toldState(record: ConnectionRecord | undefined, state: ConnectionState): ConnectionRecord {
  return { state, sayings: state.fresh ? [] : (record?.sayings ?? []) };
}

export function toldEvent(
  record: ConnectionRecord,
  { execution, event }: ServerMessageOf<'connection.event'>,
): ConnectionRecord {
  const last = record.sayings.at(-1);
  const continues = last && last.execution === execution && event.type !== 'execution';
  const sayings = continues
    ? [...record.sayings.slice(0, -1), { execution, events: [...last.events, event] }]
    : [...record.sayings, { execution, events: [event] }].slice(-keptSayings);
  return { ...record, sayings };
}
