import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from './FairQueue.ts';

function queueOf(text: string): FairQueue<string> {
  const queue = new FairQueue<string>();
  const counts = new Map<string, number>();
  for (const key of text) {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    queue.push(key, `${key}${count}`);
  }
  return queue;
}

const drained = (queue: FairQueue<string>) => {
  const items: string[] = [];
  for (let item = queue.shift(); item; item = queue.shift()) items.push(item);
  return items.join(' ');
};

describe('FairQueue', () => {
  it('takes one of each key in turn, and each key’s own in order', () => {
    expect(drained(queueOf('aaabbc'))).toBe('a1 b1 c1 a2 b2 a3');
  });

  it('lets a newcomer pass who already waits several times, but not who waits once', () => {
    const queue = queueOf('aaab');
    queue.shift();
    queue.push('c', 'c1');
    expect(drained(queue)).toBe('b1 c1 a2 a3');
  });

  it('lets those who have nothing pass one who is being served already', () => {
    const queue = new FairQueue<string>();
    queue.push('a', 'a3', 2);
    queue.push('b', 'b1');
    queue.push('c', 'c2', 1);
    expect(drained(queue)).toBe('b1 c2 a3');
  });

  it('lets no number of newcomers keep one back who is served already', () => {
    const queue = new FairQueue<string>();
    queue.push('a', 'a3', 2);
    const served: (string | undefined)[] = [];
    for (let at = 0; at < 20; at += 1) {
      queue.push(`n${at}`, `n${at}`);
      const [first = ''] = queue.items();
      if (at % 2 === 0) queue.shift();
      else queue.take(first);
      served.push(first);
    }
    expect(served.indexOf('a3')).toBeGreaterThan(1);
    expect(served.indexOf('a3')).toBeLessThan(6);
  });

  it('forgets what is removed', () => {
    const queue = queueOf('ab');
    expect(queue.remove('a1')).toBe(true);
    expect(queue.remove('a1')).toBe(false);
    expect(queue.size).toBe(1);
    expect(queue.items()).toEqual(['b1']);
  });

  it('keeps one waiting no longer than all keys of the moment times its own place in line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }), (keys) => {
        const order = queueOf(keys.join('')).items();
        const distinct = new Set(keys).size;
        return order.every((item, place) => place < distinct * Number(item.slice(1)));
      }),
    );
  });
});
