import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';

const opened = () => new SessionsHarness().open();
const request = { files: { 'src/lib.rs': '' }, sql: '', mode: 'run' as const, postgres: 17 };

describe('one shot', () => {
  it('runs in a container of its own, which is removed', async () => {
    const harness = await opened();
    const types: string[] = [];
    const signal = new AbortController().signal;
    const onEvent = (event: { type: string }) => types.push(event.type);
    const taken = harness.sessions.runOnce({ request, signal, onEvent }, '192.0.2.1');
    if (taken.ok) await taken.value.ended;
    await settled();
    expect(types).toEqual(['phase', 'build', 'phase', 'done']);
    expect(harness.sandbox.running).toHaveLength(1);
  });

  it('is cancelled when its client goes', async () => {
    const harness = await opened();
    harness.sql = ({ signal }) => untilAborted(signal);
    const client = new AbortController();
    const events: object[] = [];
    const onEvent = (event: object) => events.push(event);
    const taken = harness.sessions.runOnce({ request, signal: client.signal, onEvent }, '192.0.2.1');
    await settled();
    client.abort();
    if (taken.ok) await taken.value.ended;
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'cancelled' });
    await settled();
    expect(harness.sandbox.running).toHaveLength(1);
  });

  it('is refused over the rate, for an unknown Postgres, and by a server that is not there yet', async () => {
    const harness = new SessionsHarness();
    expect(await harness.sessions.refuseOneShot('x')).toMatchObject({ kind: 'draining' });
    await harness.open();
    expect(await harness.sessions.refuseOneShot('x')).toBeNull();
    harness.retryAfterMs = 900;
    expect(await harness.sessions.refuseOneShot('x')).toMatchObject({ kind: 'rate', retryAfterMs: 900 });
    const shot = { signal: new AbortController().signal, onEvent: () => {} };
    const taken = harness.sessions.runOnce({ ...shot, request: { ...request, postgres: 12 } }, 'x');
    expect(taken).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });
});

describe('a run in a container of its own', () => {
  it('counts for the session that asks for it, and for the address where there is none of that name', async () => {
    const harness = await opened();
    const page = harness.connect();
    await harness.sessions.refuseOneShot('x', page.session?.id ?? '');
    await harness.sessions.refuseOneShot('x', 'A'.repeat(22));
    await harness.sessions.refuseOneShot('x');
    expect(harness.counted).toEqual(['run', 'apiRun', 'apiRun']);
  });

  it('[R8] is refused where two of the session are under way on that Postgres, and taken when one has ended', async () => {
    const harness = await opened();
    harness.sql = ({ signal }) => untilAborted(signal);
    const id = harness.connect().session?.id ?? '';
    const first = new AbortController();
    const start = (session: string | null, signal = new AbortController().signal) =>
      harness.sessions.runOnce({ request, signal, onEvent: () => {} }, 'x', session);
    const one = start(id, first.signal);
    expect([one.ok, start(id).ok]).toEqual([true, true]);
    expect(start(id)).toMatchObject({
      error: { kind: 'rate', retryAfterMs: 5_000, message: expect.stringContaining('Postgres 17') },
    });
    const other = harness.connect().session?.id ?? '';
    expect([start(other).ok, start(null).ok, start(null).ok, start(null).ok]).toEqual(Array(4).fill(true));
    first.abort();
    if (one.ok) await one.value.ended;
    expect(start(id).ok).toBe(true);
  });

  it('[R8] waits in the session’s turn, not in that of all who sit behind its address', async () => {
    const harness = await opened();
    harness.settings.supply.containers = 1;
    harness.sql = ({ signal }) => untilAborted(signal);
    const positions = new Map<string, number | undefined>();
    const start = (name: string, session: string | null) => {
      const signal = new AbortController().signal;
      const onEvent = (event: RunEvent) => {
        if (event.type === 'phase') positions.set(name, event.position);
      };
      harness.sessions.runOnce({ request, signal, onEvent }, 'x', session);
    };
    const [one, two] = [harness.connect(), harness.connect()].map((page) => page.session?.id ?? '');
    start('holder', null);
    await settled();
    start('one', one ?? '');
    start('one again', one ?? '');
    start('two', two ?? '');
    await settled();
    expect(['one', 'one again', 'two'].map((name) => positions.get(name))).toEqual([1, 2, 2]);
  });
});

describe('[R9] a library in the server of another Postgres', () => {
  const loading = { ...request, mode: 'loadElsewhere' as const, libraryOf: 17, postgres: 18 };

  async function two(): Promise<SessionsHarness> {
    const harness = new SessionsHarness();
    harness.sandbox.majors = [17, 18];
    harness.settings.supply.warm = 0;
    await harness.open();
    return harness;
  }

  it('lets no more than fifty wait, whoever asks', async () => {
    const harness = await two();
    harness.elsewhere = ({ context: { signal } }) =>
      untilAborted(signal).then((end) => ({ end, step: 'build' }));
    const start = (address: string) => {
      const shot = { request: loading, signal: new AbortController().signal, onEvent: () => {} };
      return harness.sessions.runOnce(shot, address);
    };
    for (let n = 0; n < 52; n += 1) expect(start(`192.0.2.${n}`).ok).toBe(true);
    expect(start('192.0.2.99')).toMatchObject({ ok: false, error: { kind: 'rate' } });
  });

  it('takes two containers one after the other, and has one end, also where there is room for one alone', async () => {
    const harness = await two();
    harness.settings.supply.containers = 1;
    const seen: number[] = [];
    const steps = harness.elsewhere;
    harness.elsewhere = (work) => {
      seen.push(...harness.sandbox.running.map(({ postgres }) => postgres));
      return steps(work);
    };
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => events.push(event);
    const signal = new AbortController().signal;
    const taken = harness.sessions.runOnce({ request: loading, signal, onEvent }, 'x');
    if (taken.ok) await taken.value.ended;
    expect(seen).toEqual([17, 18]);
    expect(events.filter(({ type }) => type === 'build')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'done')).toMatchObject([{ outcome: 'sqlFailed' }]);
    expect(events.at(-1)?.type).toBe('done');
    expect(harness.sandbox.running).toEqual([]);
  });

  it('ends where the library is not made, or its client goes, and lets the next in', async () => {
    const harness = await two();
    const steps = harness.elsewhere;
    harness.elsewhere = async () => ({ end: { kind: 'failed' }, step: 'build' });
    const events: RunEvent[] = [];
    const start = (client: AbortController) => {
      const onEvent = (event: RunEvent) => events.push(event);
      const taken = harness.sessions.runOnce({ request: loading, signal: client.signal, onEvent }, 'x');
      if (!taken.ok) throw new Error(taken.error.message);
      return taken.value.ended;
    };
    const outcomes = () => events.flatMap((event) => (event.type === 'done' ? event.outcome : []));
    await start(new AbortController());
    expect(outcomes()).toEqual(['buildFailed']);
    harness.elsewhere = async (work) => ({ end: await untilAborted(work.context.signal), step: 'sql' });
    const clients = [1, 2, 3].map(() => new AbortController());
    const ends = clients.map(start);
    await settled();
    // The third waits, since what is on its way between containers takes memory of this server.
    expect(events).toContainEqual({ type: 'phase', phase: 'queued', position: 1 });
    expect(harness.sandbox.running).toHaveLength(2);
    for (const client of clients) client.abort();
    await Promise.all(ends);
    expect(outcomes()).toEqual(['buildFailed', 'cancelled', 'cancelled', 'cancelled']);
    harness.elsewhere = steps;
    await start(new AbortController());
    expect(outcomes().at(-1)).toBe('sqlFailed');
  });

  it('counts for both, and is refused for a Postgres that is not there and by a session', async () => {
    const harness = await two();
    harness.elsewhere = async (work) => ({ end: await untilAborted(work.context.signal), step: 'sql' });
    const page = harness.connect();
    const shot = { signal: new AbortController().signal, onEvent: () => {} };
    const start = (shown: typeof loading | typeof request) =>
      harness.sessions.runOnce({ ...shot, request: shown }, 'x', page.session?.id ?? '');
    expect(start({ ...loading, libraryOf: 12 })).toMatchObject({ error: { kind: 'invalid' } });
    expect([start(loading).ok, start(loading).ok]).toEqual([true, true]);
    expect(start(request)).toMatchObject({ error: { message: expect.stringContaining('on Postgres 17') } });
    page.session?.handle({ type: 'run', run: 'A'.repeat(22), request: loading });
    await settled();
    expect(page.of('refused')).toMatchObject([{ kind: 'invalid' }]);
  });
});
