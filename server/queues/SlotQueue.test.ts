import { describe, expect, it, vi } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SlotQueue } from './SlotQueue.ts';

const never = new AbortController().signal;
const ignore = () => {};

describe('SlotQueue', () => {
  it('lets in as many as it has places, and the next when one leaves', async () => {
    const gate = new SlotQueue(1);
    const leave = await gate.enter('a', never, ignore);
    let entered = false;
    const second = gate.enter('b', never, ignore).then((next) => {
      entered = true;
      return next;
    });
    await Promise.resolve();
    expect([entered, gate.waiting, gate.taken]).toEqual([false, 1, 1]);
    leave?.();
    leave?.();
    (await second)?.();
    expect([gate.waiting, gate.taken]).toEqual([0, 0]);
  });

  it('[R6] tells positions that never grow, also when another key passes', async () => {
    const gate = new SlotQueue(1);
    const leave = await gate.enter('x', never, ignore);
    const seen: number[] = [];
    const first = gate.enter('a', never, ignore);
    const second = gate.enter('a', never, (position) => seen.push(position));
    const other = gate.enter('b', never, ignore);
    expect(seen).toEqual([2]);
    leave?.();
    (await first)?.();
    (await other)?.();
    (await second)?.();
    expect(seen).toEqual([2, 1]);
  });

  it('[R8] lets one in who holds no place before another’s third', async () => {
    const gate = new SlotQueue(2);
    const leave = await gate.enter('page', never, ignore);
    const second = await gate.enter('page', never, ignore);
    const order: string[] = [];
    const enter = async (key: string) => {
      const entered = await gate.enter(key, never, ignore);
      order.push(key);
      entered?.();
    };
    const waiting = [enter('page'), enter('newcomer')];
    leave?.();
    await Promise.all(waiting);
    expect(order).toEqual(['newcomer', 'page']);
    second?.();
    expect(gate.taken).toBe(0);
  });

  it('[R6] lets one address in as often as another, with however many sessions', async () => {
    const gate = new SlotQueue(1);
    const leave = await gate.enter('r0', never, ignore, 'room');
    const order: string[] = [];
    const enter = async (key: string, address: string) => {
      const entered = await gate.enter(key, never, ignore, address);
      order.push(key);
      entered?.();
    };
    const waiting = [enter('r1', 'room'), enter('r2', 'room'), enter('o1', 'other'), enter('o2', 'other')];
    leave?.();
    await Promise.all(waiting);
    expect(order).toEqual(['o1', 'r1', 'o2', 'r2']);
  });

  it('forgets one that gives up, and tells those behind', async () => {
    const gate = new SlotQueue(1);
    const leave = await gate.enter('x', never, ignore);
    const impatient = new AbortController();
    const gone = gate.enter('a', impatient.signal, ignore);
    const seen: number[] = [];
    const behind = gate.enter('b', never, (position) => seen.push(position));
    impatient.abort();
    expect(await gone).toBeNull();
    expect(seen).toEqual([2, 1]);
    leave?.();
    (await behind)?.();
    expect(gate.taken).toBe(0);
  });

  it('does not let in one that has given up before', async () => {
    const gate = new SlotQueue(1);
    expect(await gate.enter('a', AbortSignal.abort(), ignore)).toBeNull();
    expect(gate.taken).toBe(0);
  });

  it('[B3] lets others into places that would stand empty, and takes them back at once', async () => {
    const gate = new SlotQueue(2);
    const first = await gate.enterSpare(never);
    const second = await gate.enterSpare(never);
    let third = false;
    void gate.enterSpare(never).then(() => {
      third = true;
    });
    await settled();
    expect([third, gate.taken]).toEqual([false, 0]);
    const leave = await gate.enter('a', never, ignore);
    expect([first?.wanted.aborted, second?.wanted.aborted]).toEqual([true, false]);
    // It is no place of its own any more: leaving it lets nobody in.
    first?.leave();
    await settled();
    expect(third).toBe(false);
    second?.leave();
    await settled();
    expect([third, gate.taken]).toEqual([true, 1]);
    leave?.();
  });

  it('[B3] lets nobody into a spare place before those who wait, nor who has given up', async () => {
    const gate = new SlotQueue(1);
    const leave = await gate.enter('a', never, ignore);
    const ending = new AbortController();
    const order: string[] = [];
    const gone = gate.enterSpare(ending.signal);
    void gate.enterSpare(never).then(() => order.push('spare'));
    const waiting = gate.enter('b', never, ignore).then((next) => {
      order.push('b');
      return next;
    });
    ending.abort();
    expect(await gone).toBeNull();
    leave?.();
    (await waiting)?.();
    await settled();
    expect(order).toEqual(['b', 'spare']);
  });

  it('[R6] lets an address in that holds nothing where those who hold the places are stuck, and one more each time', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
    try {
      const queue = new SlotQueue(2);
      const held = [await queue.enter('a', never, ignore, 'x'), await queue.enter('b', never, ignore, 'x')];
      const entered: string[] = [];
      const wait = async (key: string, address: string) => {
        const leave = await queue.enter(key, never, ignore, address);
        entered.push(key);
        return leave;
      };
      const waiting = [wait('c', 'x'), wait('d', 'y'), wait('e', 'z'), wait('f', 'v')];
      await vi.advanceTimersByTimeAsync(2_900);
      expect(entered).toEqual([]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(entered).toEqual(['d']);
      await vi.advanceTimersByTimeAsync(20_000);
      // Twice as many as there are places, and none for the address that has some.
      expect([entered, queue.taken, queue.waiting]).toEqual([['d', 'e'], 4, 2]);
      held[0]?.();
      held[1]?.();
      await settled();
      expect([entered, queue.taken]).toEqual([['d', 'e'], 2]);
      (await waiting[1])?.();
      await settled();
      expect(entered).toHaveLength(3);
      (await waiting[2])?.();
      for (const one of [waiting[0], waiting[3]]) (await one)?.();
      await vi.advanceTimersByTimeAsync(1_000);
      expect([entered.length, queue.taken, vi.getTimerCount()]).toEqual([4, 0, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});
