import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionA, sessionB } from '../testing/fakeServer.ts';
import { building, done, log, request, running, sessionTest } from '../testing/sessionTest.ts';

let test: ReturnType<typeof sessionTest>;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  test = sessionTest();
});
afterEach(() => void vi.useRealTimers());

describe('a lost connection', () => {
  it('[E2] resumes after the last event, and takes none twice', () => {
    const { server, withRun, reconnect } = test;
    const { state, run } = withRun();
    server.event(2, run, log('one'));
    server.drop();
    expect(state().connection.state).toBe('reconnecting');
    expect(reconnect({ resumed: true, run })[0]).toMatchObject({ session: sessionA, after: 2 });
    server.event(2, run, log('one'));
    server.event(3, run, log('two'));
    server.event(4, run, done);
    expect(state().current?.events).toEqual([building, log('one'), log('two'), done]);
    expect(state().current?.incomplete).toBe(false);
  });

  it('[E2] says that events are missing where the server has them no more', () => {
    const { server, withRun, reconnect } = test;
    const { state, run } = withRun();
    server.drop();
    reconnect({ resumed: true, run, lost: 5 });
    server.event(7, run, log('seven'));
    server.event(8, run, done);
    expect(state().current?.incomplete).toBe(true);
    expect(state().current?.events).toEqual([building, log('seven'), done]);
  });

  it('[E1] says so where the numbers have a gap', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.event(3, run, done);
    expect(state().current?.incomplete).toBe(true);
  });

  it('[R1] sends a run again of which nothing was heard, under the same id', () => {
    const { server, connected, reconnect } = test;
    const { state } = connected();
    state().run(request);
    const [sent] = server.take();
    server.drop();
    reconnect({ resumed: true });
    expect(server.take()).toEqual([sent]);
  });

  it('[O5] ends a run whose session is gone, and says so', () => {
    const { server, withRun, reconnect } = test;
    const { state, run } = withRun();
    server.drop();
    reconnect({ session: sessionB, resumed: false });
    expect(state().current?.done).toMatchObject({ outcome: 'unavailable' });
    expect(state().current?.events).toHaveLength(2);
    expect(server.take()).toEqual([]);
    expect(state().run(request)).toBeNull();
    const next = state().current?.id ?? '';
    expect(next).not.toBe(run);
    server.event(1, next, building);
    expect(state().current?.events).toEqual([building]);
  });

  it('after a reload shows the last run again, with what was sent and the times of then', () => {
    const { server, connected, withRun } = test;
    const { stop, run } = withRun();
    server.event(2, run, done, 900);
    stop();
    vi.advanceTimersByTime(5_000);
    const reloaded = connected({ resumed: true, lost: 3 });
    server.event(4, run, building, 10);
    server.event(5, run, running, 400);
    server.event(6, run, done, 900);
    const { current } = reloaded.state();
    expect(current).toMatchObject({ id: run, request, startedAt: 1_000_000, incomplete: false });
    expect(current?.phases.map(({ atMs }) => atMs)).toEqual([10, 400]);
  });

  it('[C6] tries again with growing delays, and tells when', () => {
    const { server, connected } = test;
    const { state } = connected();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      server.drop();
      const { connection } = state();
      if (connection.state !== 'reconnecting') throw new Error(connection.state);
      waits.push(connection.nextTryAt - Date.now());
      vi.advanceTimersByTime(connection.nextTryAt - Date.now());
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 7500, 7500, 7500]);
    expect(server.opened).toBe(9);
  });

  it('[C6] starts with short delays again only after a welcome', () => {
    const { server, connected } = test;
    connected();
    server.drop();
    vi.advanceTimersByTime(250);
    server.accept();
    server.drop();
    vi.advanceTimersByTime(499);
    expect(server.opened).toBe(2);
    vi.advanceTimersByTime(1);
    expect(server.opened).toBe(3);
  });

  it('waits for the network where the browser says that there is none', () => {
    const { server, connected } = test;
    const { state, networkChanged } = connected();
    server.online = false;
    server.drop();
    expect(state().connection.state).toBe('offline');
    vi.advanceTimersByTime(600_000);
    expect(server.opened).toBe(1);
    server.online = true;
    networkChanged();
    expect(server.opened).toBe(2);
  });

  it('says at once that the network is gone, and does not wait for a heartbeat', () => {
    const { server, connected } = test;
    const { state, networkChanged } = connected();
    server.online = false;
    networkChanged();
    expect(state().connection.state).toBe('offline');
    expect(server.take()).toEqual([{ type: 'ping' }]);
    vi.advanceTimersByTime(2_000);
    expect(server.connected).toBe(false);
    server.online = true;
    networkChanged();
    expect(server.opened).toBe(2);
  });

  it('keeps a server that needs no network, and runs what waited meanwhile', () => {
    const { server, connected } = test;
    const { state, networkChanged } = connected();
    server.online = false;
    networkChanged();
    state().run(request);
    server.take();
    server.say({ type: 'pong' });
    expect(state().connection.state).toBe('open');
    expect(server.take()).toMatchObject([{ type: 'run', request }]);
    vi.advanceTimersByTime(14_999);
    expect(server.opened).toBe(1);
  });

  it('[C5] says that the server is being restarted', () => {
    const { server, connected } = test;
    const { state } = connected();
    server.drop(4503);
    expect(state().connection.state).toBe('draining');
    vi.advanceTimersByTime(2_250);
    expect(server.opened).toBe(2);
  });

  it('[C1] asks after a silence, and comes back after two', () => {
    const { server, connected } = test;
    const { state } = connected();
    vi.advanceTimersByTime(15_000);
    expect(server.take()).toEqual([{ type: 'ping' }]);
    server.say({ type: 'pong' });
    vi.advanceTimersByTime(15_000);
    expect(server.take()).toEqual([{ type: 'ping' }]);
    vi.advanceTimersByTime(14_999);
    expect(state().connection.state).toBe('open');
    vi.advanceTimersByTime(1);
    expect(state().connection.state).toBe('reconnecting');
  });

  it('[C1] gives up a server that takes the connection and says nothing', () => {
    const { server, open } = test;
    const { state } = open();
    server.accept();
    vi.advanceTimersByTime(10_000);
    expect(state().connection.state).toBe('reconnecting');
  });
});
