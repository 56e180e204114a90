import { describe, expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/support/fakes/FakeClock.ts';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import type { Toolchain } from '../ports/toolchain.ts';
import { ContainerSupply } from './ContainerSupply.ts';
import type { SupplySettings } from './supplySettings.ts';
import type { TakeProgress } from './WaitingLine.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const observer = {
  waited: () => {},
  containerStarted: () => {},
  containerFailed: () => {},
  built: () => {},
  ran: () => {},
  contained: () => {},
};

function supplyOf(settings: Partial<SupplySettings> = {}) {
  const port = new FakeSandbox();
  const clock = new FakeClock();
  const all = {
    instance: 'test',
    postgres: 17,
    containers: 3,
    warm: 1,
    startsAtOnce: 2,
    queue: 5,
    ...settings,
  };
  const supply = new ContainerSupply({ port, clock, log: silent, observer, onChange: () => {} }, all);
  const told: Record<string, TakeProgress[]> = {};
  const take = (
    key: string,
    signal = new AbortController().signal,
    toolchain: Toolchain = { postgres: 17 },
    address = key,
  ) => {
    const heard: TakeProgress[] = [];
    told[key] = heard;
    return supply.take({
      address,
      key,
      toolchain,
      signal,
      onProgress: (progress) => heard.push(progress),
    });
  };
  return { port, clock, supply, take, told };
}

describe('ContainerSupply', () => {
  it('gives a warm one at once, and starts another', async () => {
    const { supply, take, port, told } = supplyOf();
    supply.open();
    await settled();
    const [warm] = port.running;
    expect(await take('a')).toEqual({ ok: true, value: warm });
    expect(told.a).toEqual([]);
    await settled();
    expect(supply.counts).toEqual({ waiting: 0, warm: 1, starting: 0, containers: 2 });
  });

  it('gives to one who comes meanwhile the container that was being started for the pool', async () => {
    const { supply, take, port, told } = supplyOf();
    port.createMs = 20;
    supply.open();
    expect(await take('a')).toMatchObject({ ok: true });
    expect(told.a).toEqual([{ kind: 'starting' }]);
    expect(port.running).toHaveLength(1);
    await supply.close();
  });

  it('[R8] gives to one who has none before another’s third', async () => {
    const { supply, take } = supplyOf({ warm: 0 });
    supply.open();
    const page = [await take('page'), await take('page')];
    const other = await take('other');
    const order: string[] = [];
    const waiting = ['page', 'newcomer'].map(async (key) => {
      const taken = await take(key);
      order.push(key);
      if (taken.ok) await supply.release(taken.value);
    });
    if (other.ok) await supply.release(other.value);
    await Promise.all(waiting);
    expect(order).toEqual(['newcomer', 'page']);
    for (const taken of page) if (taken.ok) await supply.release(taken.value);
    expect(supply.counts.containers).toBe(0);
  });

  it('keeps what was started of other majors, for somebody who has gone, out of the newcomers’ pool', async () => {
    const { supply, take, port } = supplyOf({ containers: 9, startsAtOnce: 9 });
    port.majors = [17, 15];
    supply.open();
    await settled();
    port.createMs = 20;
    const gone = new AbortController();
    const waiting = ['a', 'b', 'c'].map((key) => take(key, gone.signal, { postgres: 15 }));
    await settled();
    gone.abort();
    await Promise.all(waiting);
    await expect.poll(() => supply.counts).toMatchObject({ starting: 0, containers: 2 });
    expect(port.running.map(({ postgres }) => postgres).toSorted()).toEqual([15, 17]);
    expect(await take('d')).toMatchObject({ ok: true, value: { postgres: 17 } });
    await expect.poll(() => supply.canSpare({ postgres: 17 })).toBe(true);
    await supply.close();
  });

  it('starts what was asked for, and keeps the default pgrx warm alone', async () => {
    const { supply, take, port } = supplyOf({ containers: 9, startsAtOnce: 9 });
    port.others = [{ postgres: 17, pgrx: '0.18.1' }];
    supply.open();
    await settled();
    const taken = await take('a', undefined, { postgres: 17, pgrx: '0.18.1' });
    expect(taken).toMatchObject({ ok: true, value: { postgres: 17, pgrx: '0.18.1' } });
    expect(supply.canSpare({ postgres: 17 })).toBe(true);
    expect(supply.canSpare({ postgres: 17, pgrx: '0.18.1' })).toBe(false);
    expect(await take('b')).toMatchObject({ ok: true, value: { postgres: 17, pgrx: undefined } });
    const absent = await take('c', undefined, { postgres: 17, pgrx: '0.17.0' });
    expect(absent).toMatchObject({ ok: false, error: { kind: 'image' } });
    await supply.close();
  });

  it('never has more than it may, and tells those who wait their position', async () => {
    const { supply, take, port, told } = supplyOf({ containers: 2, warm: 2 });
    const first = await take('a');
    await take('b');
    const third = take('c');
    const fourth = take('d');
    await settled();
    expect([told.c, told.d]).toEqual([[{ kind: 'queued', position: 1 }], [{ kind: 'queued', position: 2 }]]);
    expect(port.running).toHaveLength(2);
    if (first.ok) await supply.release(first.value);
    expect(await third).toMatchObject({ ok: true });
    expect(told.d?.at(-1)).toEqual({ kind: 'queued', position: 1 });
    await supply.close();
    expect(await fourth).toMatchObject({ ok: false, error: { kind: 'engine' } });
  });

  it('starts only so many at once', async () => {
    const { take, port, told } = supplyOf({ containers: 10, warm: 0 });
    port.createMs = 10;
    const taken = ['a', 'b', 'c'].map((key) => take(key));
    expect(told.c).toEqual([{ kind: 'queued', position: 1 }]);
    await Promise.all(taken);
    expect(told.c?.at(-1)).toEqual({ kind: 'starting' });
  });

  it('tells one who waits of a failed start, and lets the Engine rest before it fills the pool again', async () => {
    const { supply, take, port, clock } = supplyOf();
    port.createFailures.push({ kind: 'engine', message: 'no' }, { kind: 'engine', message: 'no' });
    expect(await take('a')).toMatchObject({ ok: false, error: { kind: 'engine' } });
    await settled();
    expect(supply.counts).toMatchObject({ starting: 0, containers: 0 });
    await clock.advance(2_000);
    expect(port.createFailures).toEqual([]);
    await clock.advance(2_000);
    expect(supply.counts.warm).toBe(1);
  });

  it('takes the start of one who gave up for the pool', async () => {
    const { supply, take, port } = supplyOf({ warm: 0 });
    port.createMs = 10;
    const impatient = new AbortController();
    const taken = take('a', impatient.signal);
    impatient.abort();
    expect(await taken).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await take('b')).toMatchObject({ ok: true });
    expect(supply.counts.containers).toBe(1);
  });

  it('makes room for another Postgres than the pool has', async () => {
    const { supply, take, port } = supplyOf({ containers: 1 });
    port.majors = [17, 18];
    supply.open();
    await settled();
    const taken = await take('a', undefined, { postgres: 18 });
    expect(taken).toMatchObject({ ok: true, value: { postgres: 18 } });
    expect(port.running).toHaveLength(1);
  });

  it('replaces a warm one that ends by itself', async () => {
    const { supply, port, clock } = supplyOf();
    supply.open();
    await settled();
    for (const sandbox of port.running) port.lose(sandbox);
    expect(supply.counts).toMatchObject({ warm: 0, containers: 0 });
    await clock.advance(2_000);
    expect(supply.counts.warm).toBe(1);
  });

  it('[R6] gives to one address that has none before another’s third session', async () => {
    const { supply, take } = supplyOf({ containers: 3, warm: 0 });
    const behind = (address: string, key: string) => take(key, undefined, undefined, address);
    const [, , third] = [await behind('room', 'r1'), await behind('room', 'r2'), await behind('third', 't1')];
    const order: string[] = [];
    const waiting = [
      ['room', 'r3'],
      ['room', 'r4'],
      ['other', 'o1'],
    ].map(async ([address = '', key = '']) => {
      const taken = await behind(address, key);
      order.push(key);
      if (taken.ok) await supply.release(taken.value);
    });
    if (third?.ok) await supply.release(third.value);
    await Promise.all(waiting);
    expect(order).toEqual(['o1', 'r3', 'r4']);
    await supply.close();
  });

  it('lets one address take three quarters of the places to wait, and no more', async () => {
    const { supply, take } = supplyOf({ containers: 0, queue: 4 });
    const waiting = ['a', 'b', 'c'].map((key) => take(key, undefined, undefined, 'room'));
    expect(await take('d', undefined, undefined, 'room')).toMatchObject({
      ok: false,
      error: { kind: 'capacity' },
    });
    const other = take('e');
    await settled();
    expect(supply.counts.waiting).toBe(4);
    await supply.close();
    await Promise.all([...waiting, other]);
  });

  it('refuses when too many wait', async () => {
    const { supply, take } = supplyOf({ containers: 0, queue: 1 });
    const waiting = take('a');
    expect(await take('b')).toMatchObject({ ok: false, error: { kind: 'capacity' } });
    await supply.close();
    await waiting;
  });

  it('leaves nothing when it is closed', async () => {
    const { supply, take, port, clock } = supplyOf({ warm: 2 });
    port.createMs = 10;
    supply.open();
    const waiting = take('a');
    await supply.close();
    expect(await waiting).toMatchObject({ ok: false });
    expect(port.running).toEqual([]);
    expect(supply.counts).toEqual({ waiting: 0, warm: 0, starting: 0, containers: 0 });
    expect(clock.pending).toBe(0);
    expect(await take('b')).toMatchObject({ ok: false });
  });
});
