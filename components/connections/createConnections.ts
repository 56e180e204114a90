import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from '../session/newId.ts';
import type { SessionChannel } from '../session/sessionChannel.ts';
import { type ConnectionRecord, toldEvent, toldState } from './connectionRecord.ts';

export interface ConnectionsState {
  /** The names, in the order in which they were opened. */
  names: string[];
  records: Record<string, ConnectionRecord>;
  /** What is typed for each and was not run yet. */
  drafts: Record<string, string>;
}

export interface Connections {
  store: StoreApi<ConnectionsState>;
  /** Opens another, under the next free letter. */
  add(): void;
  /** Opens one that is closed. */
  open(name: string): void;
  execute(name: string, sql: string): void;
  cancel(name: string): void;
  /** Closes one and takes it off the page. */
  remove(name: string): void;
  draft(name: string, sql: string): void;
  /** Follows the session's messages; returns what ends that. */
  follow(): () => void;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The page's end of the connections that stay open beside runs (SPEC.md, N). */
export function createConnections(channel: SessionChannel): Connections {
  const store = createStore<ConnectionsState>()(() => ({ names: [], records: {}, drafts: {} }));
  const open = (connection: string) => {
    if (channel.send({ type: 'connection.open', connection }))
      store.setState(({ names }) => (names.includes(connection) ? {} : { names: [...names, connection] }));
  };
  return {
    store,
    open,
    add() {
      const { names } = store.getState();
      const free = [...letters].find((letter) => !names.includes(letter));
      if (free) open(free);
    },
    execute(connection, sql) {
      channel.send({ type: 'connection.execute', connection, execution: newId(), sql });
    },
    cancel(connection) {
      channel.send({ type: 'connection.cancel', connection });
    },
    remove(connection) {
      channel.send({ type: 'connection.close', connection });
      store.setState(({ names }) => ({ names: names.filter((name) => name !== connection) }));
    },
    draft: (name, sql) => store.setState(({ drafts }) => ({ drafts: { ...drafts, [name]: sql } })),
    follow: () =>
      channel.subscribe((message) => {
        if (message.type === 'welcome' && !message.resumed) store.setState({ names: [], records: {} });
        if (message.type !== 'connection.state' && message.type !== 'connection.event') return;
        const name = message.connection;
        store.setState(({ names, records }) => {
          const known = records[name];
          if (message.type === 'connection.state')
            return {
              // After a reload the page learns of its connections by being told.
              names: names.includes(name) || message.status === 'closed' ? names : [...names, name],
              records: { ...records, [name]: toldState(known, message) },
            };
          return known ? { records: { ...records, [name]: toldEvent(known, message) } } : {};
        });
      }),
  };
}
