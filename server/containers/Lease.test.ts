import { describe, expect, it, vi } from 'vitest';
import { FakeClock, settled } from '../../test/support/fakes/FakeClock.ts';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import { ContainerSupply } from './ContainerSupply.ts';
import { Lease } from './Lease.ts';

const ignore = () => {};
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const observer = {
  waited: ignore,
  containerStarted: ignore,
  containerFailed: ignore,
  built: ignore,
  ran: ignore,
  contained: ignore,
};
const never = new AbortController().signal;

function leaseOf(changes = {}) {
  const port = new FakeSandbox();
  port.majors = [17, 18];
  port.createMs = 5;
  const clock = new FakeClock();
  const settings = {
    instance: 't',
    postgres: 17,
    containers: 4,
    warm: 0,
    startsAtOnce: 4,
    queue: 5,
    ...changes,
  };
  const supply = new ContainerSupply({ port, clock, log: silent, observer, onChange: ignore }, settings);
  const states: string[] = [];
  let failures = 0;
  const lease: Lease = new Lease({
    supply,
    port,
    now: clock.now,
    turn: () => ({ address: 'a', key: 'k' }),
    onChange: () => states.push(lease.state.kind),
    onFailed: () => {
      failures += 1;
    },
  });
  return { port, supply, lease, states, failures: () => failures };
}

describe('Lease', () => {
  it('takes one container for all that ask', async () => {
    const { port, lease, states } = leaseOf();
    const [one, two] = await Promise.all([
      lease.acquire({ postgres: 17 }, never, ignore),
      lease.acquire({ postgres: 17 }, never, ignore),
    ]);
    expect(one).toEqual(two);
    expect(port.running).toHaveLength(1);
    expect(states).toEqual(['starting', 'ready']);
  });

  it('goes on for one when another gives up, and stops when all have', async () => {
    const { port, lease } = leaseOf();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = lease.acquire({ postgres: 17 }, first.signal, ignore);
    const two = lease.acquire({ postgres: 17 }, second.signal, ignore);
    first.abort();
    expect(await one).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await two).toMatchObject({ ok: true });
    await lease.drop();
    const three = lease.acquire({ postgres: 17 }, second.signal, ignore);
    second.abort();
    expect(await three).toMatchObject({ ok: false });
    await settled();
    expect(lease.state.kind).toBe('none');
    await lease.drop();
    expect(port.running.length).toBeLessThanOrEqual(1);
  });

  it('gives up what it waits for when it is dropped', async () => {
    const { port, lease } = leaseOf();
    const waiting = lease.acquire({ postgres: 17 }, never, ignore);
    await lease.drop();
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(lease.state.kind).toBe('none');
    expect(await lease.acquire({ postgres: 17 }, never, ignore)).toMatchObject({ ok: true });
    expect(port.running).toHaveLength(1);
  });

  it('changes to another pgrx on the same Postgres, and keeps a container of the same', async () => {
    const { port, lease } = leaseOf();
    port.others = [{ postgres: 17, pgrx: '0.18.1' }];
    await lease.acquire({ postgres: 17 }, never, ignore);
    expect(await lease.acquireSpare({ postgres: 17, pgrx: '0.18.1' }, never, ignore)).toMatchObject({
      ok: false,
    });
    await lease.acquire({ postgres: 17, pgrx: '0.18.1' }, never, ignore);
    await lease.acquire({ postgres: 17, pgrx: '0.18.1' }, never, ignore);
    expect(port.running.map(({ pgrx }) => pgrx)).toEqual(['0.18.1']);
  });

  it('changes to another Postgres', async () => {
    const { port, lease } = leaseOf();
    await lease.acquire({ postgres: 17 }, never, ignore);
    expect(lease.toolchain).toMatchObject({ postgres: 17 });
    await lease.acquire({ postgres: 18 }, never, ignore);
    expect(lease.toolchain).toMatchObject({ postgres: 18 });
    expect(port.running.map(({ postgres }) => postgres)).toEqual([18]);
  });

  it('tells once that its container has gone, and that nobody else knows', async () => {
    const { port, lease, failures } = leaseOf();
    const held = await lease.acquire({ postgres: 17 }, never, ignore);
    for (const sandbox of port.running) port.lose(sandbox);
    expect(held.ok && held.value.gone.aborted).toBe(true);
    lease.fail();
    expect(failures()).toBe(1);
    expect(lease.state.kind).toBe('none');
  });

  it('[B3] takes a container for what nobody waits for only where one stands ready and another can be started', async () => {
    const refused = { ok: false, error: { kind: 'capacity' } };
    const cold = leaseOf();
    expect(await cold.lease.acquireSpare({ postgres: 17 }, never, ignore)).toMatchObject(refused);
    expect(cold.port.running).toHaveLength(0);

    const full = leaseOf({ warm: 1, containers: 1 });
    full.supply.open();
    await vi.waitFor(() => expect(full.supply.counts.warm).toBe(1));
    expect(await full.lease.acquireSpare({ postgres: 17 }, never, ignore)).toMatchObject(refused);

    const roomy = leaseOf({ warm: 1, containers: 2 });
    roomy.supply.open();
    await vi.waitFor(() => expect(roomy.supply.counts.warm).toBe(1));
    expect(await roomy.lease.acquireSpare({ postgres: 18 }, never, ignore)).toMatchObject(refused);
    expect(await roomy.lease.acquireSpare({ postgres: 17 }, never, ignore)).toMatchObject({ ok: true });
    // Of another major it never takes the place of the one that is there.
    expect(await roomy.lease.acquireSpare({ postgres: 18 }, never, ignore)).toMatchObject(refused);
    expect(roomy.lease.state.kind).toBe('ready');
    expect(await roomy.lease.acquireSpare({ postgres: 17 }, never, ignore)).toMatchObject({ ok: true });
  });
});
