import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionA } from './testing/fakeServer.ts';
import { building, done, log, request, running, sessionTest } from './testing/sessionTest.ts';

let test: ReturnType<typeof sessionTest>;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  test = sessionTest();
});
afterEach(() => void vi.useRealTimers());

describe('opening', () => {
  it('[O2] says hello first, and is open at the welcome', () => {
    const { server, open } = test;
    const { state, stop } = open();
    expect(state().connection.state).toBe('connecting');
    server.accept();
    expect(server.take()).toEqual([{ type: 'hello', version: 1, after: 0, terminalAfter: 0, shellAfter: 0 }]);
    expect(state().connection.state).toBe('connecting');
    server.welcome();
    expect(state().connection.state).toBe('open');
    expect(state().versions?.pgrx).toBe('0.19.3');
    stop();
    expect(state().connection.state).toBe('closed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[O5] asks for the session of before a reload', () => {
    const { server, open, connected } = test;
    connected().stop();
    open();
    server.accept();
    expect(server.take()[0]).toMatchObject({ type: 'hello', session: sessionA, after: 0 });
  });

  it('[O6] does not fight for a session that another tab has taken, until it is told to', () => {
    const { server, connected } = test;
    const { state } = connected();
    server.drop(4409);
    expect(state().connection).toEqual({ state: 'replaced' });
    vi.advanceTimersByTime(600_000);
    expect(server.opened).toBe(1);
    state().retryNow();
    expect(server.opened).toBe(2);
  });

  it.each([
    [4400, 'broken'],
    [4406, 'tooOld'],
  ])('[C6] does not come back after %i', (code, expected) => {
    const { server, connected } = test;
    const { state } = connected();
    server.drop(code);
    expect(state().connection.state).toBe(expected);
    vi.advanceTimersByTime(600_000);
    expect(server.opened).toBe(1);
  });
});

describe('a run', () => {
  it('is sent once and told as it goes', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.event(2, run, log('Compiling'), 20);
    server.event(3, run, running, 500);
    server.event(4, run, done, 900);
    const { current } = state();
    expect(current?.events).toEqual([building, log('Compiling'), running, done]);
    expect(current?.phases.map(({ phase, atMs }) => [phase, atMs])).toEqual([
      ['building', 10],
      ['running', 500],
    ]);
    expect(current?.done).toEqual(done);
    expect(current?.incomplete).toBe(false);
  });

  it('becomes the previous one when another begins', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.event(2, run, done);
    state().run(request);
    expect(state().previous?.id).toBe(run);
    expect(state().current?.events).toEqual([]);
  });

  it('[R2] is refused by the page while another goes on', () => {
    const { server, withRun } = test;
    const { state } = withRun();
    expect(state().run(request)?.kind).toBe('busy');
    expect(server.take()).toEqual([]);
  });

  it('[R3] that the server refuses leaves the last one in its place', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.event(2, run, done);
    state().run(request);
    const refused = state().current?.id ?? '';
    server.say({ type: 'refused', run: refused, kind: 'rate', message: 'Too many runs.', retryAfterMs: 500 });
    expect(state().current?.id).toBe(run);
    expect(state().refusal).toEqual({ kind: 'rate', message: 'Too many runs.', retryAt: Date.now() + 500 });
  });

  it('[R4] is cancelled, also where the connection was away when Cancel was pressed', () => {
    const { server, withRun, reconnect } = test;
    const { state, run } = withRun();
    state().cancel();
    expect(server.take()).toEqual([{ type: 'cancel', run }]);
    server.drop();
    reconnect({ resumed: true, run });
    expect(server.take()).toEqual([{ type: 'cancel', run }]);
    server.event(2, run, { type: 'done', outcome: 'cancelled', ms: 5 });
    expect(state().current?.cancelling).toBe(false);
  });

  it('[E3] takes nothing after its done', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.event(2, run, done);
    server.event(3, run, log('late'));
    vi.advanceTimersByTime(20);
    expect(state().current?.events.at(-1)).toEqual(done);
  });
});

describe('what the server says', () => {
  it('[V1] may have fields that this page does not know', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.sayText(JSON.stringify({ type: 'event', seq: 2, run, new: 1, event: { ...done, melody: [1] } }));
    expect(state().connection.state).toBe('open');
    expect(state().current?.events).toEqual([building, done]);
  });

  it('[V2] may be of a type that this page does not know', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.sayText('{"type":"weather","sunny":true}');
    server.sayText(JSON.stringify({ type: 'event', seq: 2, run, event: { type: 'melody' } }));
    server.event(3, run, done);
    expect(state().connection.state).toBe('open');
    expect(state().current?.events).toEqual([building, done]);
    expect(state().current?.incomplete).toBe(false);
  });

  it.each(['', 'x', '[]', '{"type":"ended","reason":7}'])('ends the connection where it is %j', (text) => {
    const { server, connected } = test;
    const { state } = connected();
    server.sayText(text);
    expect(state().connection.state).toBe('broken');
    vi.advanceTimersByTime(600_000);
    expect(server.opened).toBe(1);
  });

  it('[S1] of the times is read against the server’s clock', () => {
    const { server, connected } = test;
    const { state } = connected();
    server.say({
      type: 'session',
      container: 'ready',
      idleEndsAt: 5_900_000,
      ageEndsAt: null,
      queue: 2,
      now: 5_000_000,
      postgres: 17,
    });
    expect(state()).toMatchObject({
      container: 'ready',
      idleEndsAt: 1_900_000,
      ageEndsAt: null,
      queue: 2,
      postgres: 17,
    });
  });

  it('[S2] of the end is told, and taken back by keeping awake', () => {
    const { server, connected } = test;
    const { state } = connected();
    server.say({ type: 'ending', reason: 'idle', inMs: 60_000 });
    expect(state().ending).toEqual({ reason: 'idle', at: 1_060_000 });
    state().keepAwake();
    expect(server.take()).toEqual([{ type: 'keepAwake' }]);
    expect(state().ending).toBeNull();
  });

  it('[S3] of the container’s end leaves all else as it is', () => {
    const { server, withRun } = test;
    const { state, run } = withRun();
    server.event(2, run, done);
    server.say({ type: 'ended', reason: 'idle' });
    expect(state()).toMatchObject({ ended: 'idle', container: 'none' });
    expect(state().current?.id).toBe(run);
    expect(state().run(request)).toBeNull();
  });

  it('[S3] of the container’s end names its cause, and may name one that this page does not know', () => {
    const { server, connected } = test;
    const { state } = connected();
    server.say({ type: 'ending', reason: 'idle', cause: 'needed', inMs: 15_000 });
    expect(state().ending).toMatchObject({ reason: 'needed' });
    server.say({ type: 'ended', reason: 'idle', cause: 'away' });
    expect(state().ended).toBe('away');
    server.sayText(JSON.stringify({ type: 'ended', reason: 'idle', cause: 'of a newer server' }));
    expect(state()).toMatchObject({ ended: 'idle', connection: { state: 'open' } });
  });

  it('is taken in groups where it comes in floods', () => {
    const { server, withRun } = test;
    const { store, run } = withRun();
    let renders = 0;
    const unsubscribe = store.subscribe(() => {
      renders += 1;
    });
    for (let seq = 2; seq <= 1001; seq++) server.event(seq, run, log(`${seq}\n`));
    vi.advanceTimersByTime(16);
    expect(renders).toBe(1);
    expect(store.getState().current?.events).toHaveLength(1001);
    unsubscribe();
  });
});
