import { createStore } from 'zustand/vanilla';
import type { RunRequest } from '../../protocol/project.ts';
import { newId } from './newId.ts';
import { comesBack, offlineRefusal } from './offlineRefusal.ts';
import type { Session } from './SessionProvider.tsx';
import type { SessionMemory } from './sessionMemory.ts';
import { MessageQueue } from './socket/MessageQueue.ts';
import { SessionClient } from './socket/SessionClient.ts';
import type { SocketWorld } from './socket/socketLike.ts';
import { type Arrived, applyMessages } from './state/applyMessages.ts';
import { initialSession } from './state/initialSession.ts';
import { isRunning } from './state/isRunning.ts';
import { withLastRuns } from './state/lastRuns.ts';
import { newRecord } from './state/newRecord.ts';
import { newSession } from './state/newSession.ts';
import type { Refusal, RunRecord, SessionData, SessionState } from './state/sessionState.ts';
import { TerminalFeed } from './terminal/TerminalFeed.ts';
import { terminalChannelOver } from './terminal/terminalChannelOver.ts';

export interface PageSession extends Session {
  /** Connects, and returns what closes the connection. The session at the server goes on, and can be resumed. */
  start(url: string, memory: SessionMemory): () => void;
  /** To be called when the browser's network comes or goes. */
  networkChanged(): void;
}

/**
 * A session of a page; nothing is opened before `start`. With `recorded`, a run of long ago, its results are shown until
 * there are others.
 */
export function createSession(world: SocketWorld, recorded: RunRecord | null = null): PageSession {
  let memory: SessionMemory | null = null;
  const feeds = { psql: new TerminalFeed(), shell: new TerminalFeed() };
  const listeners = new Set<(message: Arrived) => void>();
  const store = createStore<SessionState>()(() => ({
    ...initialSession,
    ...shownAs(recorded),
    ...actions(),
  }));
  const queue = new MessageQueue<Arrived>((messages) =>
    store.setState((state) => applyMessages(state, messages, world.now(), () => memory?.run() ?? null)),
  );

  const client = new SessionClient(world, feeds, {
    onConnection(connection) {
      queue.flush();
      const { connection: before } = store.getState();
      store.setState({ connection });
      // The same connection as before: no welcome comes.
      if (before.state === 'offline' && connection.state === 'open') runWaiting();
    },
    onMessage(message) {
      if (message.type === 'event' && isElsewhere(message.run)) return;
      queue.add(message, !isBulk(message));
      for (const listener of listeners) listener(message);
    },
    onWelcome({ resumed, run }) {
      // Nobody sees it end, and the server has one run at a time for a session.
      if (run !== null && isElsewhere(run)) client.send({ type: 'cancel', run });
      if (!resumed) store.setState((state) => newSession(state, world.now()));
      // What was missed of it does not come again (SPEC.md, B2).
      store.setState(({ background }) => ({ background: background?.done ? background : null }));
      sayAgain();
      runWaiting();
    },
    onTerminalOutput(terminal) {
      const { terminals } = store.getState();
      if (terminals[terminal].state !== 'open')
        store.setState({ terminals: { ...terminals, [terminal]: { state: 'open' } } });
    },
  });

  /** Whether another page began this run, in the session that both share. */
  function isElsewhere(run: string): boolean {
    if (!memory || memory.place === null) return false;
    const { current, previous } = store.getState();
    return run !== current?.id && run !== previous?.id && run !== memory.run()?.id;
  }

  /** What the page has asked for and the server may not have heard. A run asked for twice is done once (SPEC.md, R1). */
  function sayAgain(): void {
    const { current } = store.getState();
    if (!current || current.done) return;
    const { id, request, events, cancelling } = current;
    if (events.length === 0 && request) client.send({ type: 'run', run: id, request });
    if (cancelling) client.send({ type: 'cancel', run: id });
  }

  /** Starts what was asked for while there was no connection. */
  function runWaiting(): void {
    const { waiting, run } = store.getState();
    if (!waiting) return;
    store.setState({ waiting: null });
    run(waiting);
  }

  function actions() {
    return {
      run(request: Parameters<SessionState['run']>[0]): Refusal | null {
        const { connection, current, previous } = store.getState();
        const refuse = (refusal: Refusal) => {
          store.setState({ refusal });
          return refusal;
        };
        if (isRunning({ current })) return refuse(busy);
        const id = newId();
        if (!client.send({ type: 'run', run: id, request })) {
          if (!comesBack(connection)) return refuse(offlineRefusal(connection));
          store.setState({ waiting: request, refusal: null });
          return null;
        }
        const startedAt = world.now();
        memory?.keepRun({ id, startedAt, request });
        store.setState((state) => {
          const begun = { current: newRecord(id, startedAt, request), previous: current ?? previous };
          return withLastRuns({ ...state, ...begun, waiting: null, refusal: null }, state);
        });
        return null;
      },
      runInBackground(request: RunRequest): boolean {
        const id = newId();
        if (isRunning(store.getState()) || !client.send({ type: 'background', run: id, request }))
          return false;
        store.setState({ background: newRecord(id, world.now(), request) });
        return true;
      },
      cancelBackground() {
        const { background } = store.getState();
        if (background && !background.done) client.send({ type: 'cancel', run: background.id });
      },
      cancel() {
        const { current } = store.getState();
        store.setState({ waiting: null });
        if (!current || current.done) return;
        client.send({ type: 'cancel', run: current.id });
        store.setState({ current: { ...current, cancelling: true } });
      },
      keepAwake() {
        if (client.send({ type: 'keepAwake' })) store.setState({ ending: null });
      },
      endSession() {
        client.send({ type: 'leave' });
      },
      retryNow: () => client.retryNow(),
      refuse: (message: string) => store.setState({ refusal: { kind: 'invalid', message, retryAt: null } }),
      dismissRefusal: () => store.setState({ refusal: null }),
    };
  }

  return {
    store,
    terminals: {
      psql: terminalChannelOver(client, feeds.psql, store, 'psql'),
      shell: terminalChannelOver(client, feeds.shell, store, 'shell'),
    },
    channel: {
      send: (message) => client.send(message),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    networkChanged: () => client.networkChanged(),
    start(url, tabMemory) {
      memory = tabMemory;
      client.start(url, tabMemory);
      return () => client.close();
    },
  };
}

/** Of these there can be thousands a second, and nobody reads them one by one. */
function isBulk(message: Arrived): boolean {
  return message.type === 'event' && /^(log|notice|notification)$/.test(message.event?.type ?? '');
}

const busy: Refusal = {
  kind: 'busy',
  message: 'A run is in progress. Wait for it to finish, or cancel it.',
  retryAt: null,
};

/** The parts of a session's state that show a run which is over. */
function shownAs(run: RunRecord | null): Pick<SessionData, 'current' | 'generated'> {
  const told = run?.events.find((event) => event.type === 'extension' || event.type === 'generated');
  return { current: run, generated: run && told ? { run: run.id, sql: told.sql, before: null } : null };
}
