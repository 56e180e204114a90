import { describe, expect, it } from 'vitest';
import { AddressQueue } from './AddressQueue.ts';

const none = { address: 0, key: 0 };

/** Each of `turns` is an address and a session, such as `a1`. */
function queueOf(...turns: string[]): AddressQueue<string> {
  const queue = new AddressQueue<string>();
  for (const turn of turns) {
    const [address = '', key = ''] = turn;
    queue.push({ address, key: `${address}${key}` }, turn, none);
  }
  return queue;
}

function drained(queue: AddressQueue<string>): string {
  const items: string[] = [];
  for (let item = queue.shift(); item; item = queue.shift()) items.push(item);
  return items.join(' ');
}

describe('AddressQueue', () => {
  it('takes one of each address in turn, however many sessions it has', () => {
    expect(drained(queueOf('a1', 'a2', 'a3', 'b1', 'c1', 'b2'))).toBe('a1 b1 c1 a2 b2 a3');
  });

  it('takes one of each session in turn within an address', () => {
    expect(drained(queueOf('a1', 'a1!', 'a1?', 'a2', 'b1'))).toBe('a1 b1 a2 a1! a1?');
  });

  it('lets an address that has nothing pass one that has many', () => {
    const queue = new AddressQueue<string>();
    queue.push({ address: 'room', key: 'r1' }, 'r1', { address: 9, key: 0 });
    queue.push({ address: 'other', key: 'o1' }, 'o1', none);
    queue.push({ address: 'other', key: 'o2' }, 'o2', none);
    expect(drained(queue)).toBe('o1 o2 r1');
  });

  it('lets no number of newcomers keep an address back that has been served already', () => {
    const queue = new AddressQueue<string>();
    queue.push({ address: 'room', key: 'r' }, 'r', { address: 2, key: 0 });
    const served: (string | undefined)[] = [];
    for (let at = 0; at < 20; at += 1) {
      queue.push({ address: `n${at}`, key: `n${at}` }, `n${at}`, none);
      served.push(queue.shift());
    }
    expect(served.indexOf('r')).toBeGreaterThan(1);
    expect(served.indexOf('r')).toBeLessThan(6);
  });

  it('counts one that is taken out of the middle as its address’s turn', () => {
    const queue = queueOf('a1', 'a2', 'b1', 'b2');
    queue.take('a2');
    expect(drained(queue)).toBe('b1 a1 b2');
  });

  it('forgets who does not wait any more, and counts by address', () => {
    const queue = queueOf('a1', 'a2', 'b1');
    expect(queue.remove('a1')).toBe(true);
    expect(queue.remove('a1')).toBe(false);
    expect([queue.size, queue.sizeOf('a'), queue.sizeOf('b'), queue.sizeOf('c')]).toEqual([2, 1, 1, 0]);
    expect(queue.items()).toEqual(['a2', 'b1']);
  });

  it('takes and orders ten times as many in far less than a hundred times the time', () => {
    const ms = (count: number) => {
      const queue = new AddressQueue<number>();
      const began = performance.now();
      for (let at = 0; at < count; at += 1) queue.push({ address: `a${at % 7}`, key: `k${at}` }, at, none);
      for (let at = 0; at < 5; at += 1) queue.shift();
      return performance.now() - began;
    };
    const least = (count: number) => Math.min(...[1, 2, 3].map(() => ms(count)));
    expect(least(20_000)).toBeLessThan(60 * Math.max(1, least(2_000)));
  });
});
