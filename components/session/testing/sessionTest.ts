import { vi } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { createSession } from '../createSession.ts';
import { SessionMemory } from '../sessionMemory.ts';
import { FakeServer } from './fakeServer.ts';

export const request = { files: { 'src/lib.rs': '' }, sql: 'select 1', mode: 'run' } as const;
export const building: RunEvent = { type: 'phase', phase: 'building' };
export const running: RunEvent = { type: 'phase', phase: 'running' };
export const done: RunEvent = { type: 'done', outcome: 'ok', ms: 900 };
export const log = (text: string): RunEvent => ({ type: 'log', stream: 'stderr', text });

/** A page and a server for one test, under vitest's fake timers. */
export function sessionTest() {
  const server = new FakeServer();
  const storage = fakeStorage();

  /** `place`: see SessionMemory. */
  function open(place: string | null = null) {
    const session = createSession(server.world);
    const stop = session.start('ws://host/api/v1/session', new SessionMemory(storage, 'tab', place));
    return { ...session, stop, state: session.store.getState };
  }

  function connected(welcome: Parameters<FakeServer['welcome']>[0] = {}) {
    const session = open();
    server.accept();
    server.welcome(welcome);
    server.take();
    return session;
  }

  /** A session with a run under way that has said `building`. */
  function withRun() {
    const session = connected();
    session.state().run(request);
    const run = session.state().current?.id ?? '';
    server.take();
    server.event(1, run, building, 10);
    return { ...session, run };
  }

  /** The server is there again after the connection was lost; the page's hello is returned. */
  function reconnect(welcome: Parameters<FakeServer['welcome']>[0]) {
    vi.advanceTimersByTime(20_000);
    server.accept();
    const hello = server.take();
    server.welcome(welcome);
    return hello;
  }

  return { server, open, connected, withRun, reconnect };
}
