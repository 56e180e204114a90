import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteCache } from './ByteCache.ts';

const cache = (most: number) => new ByteCache<string>(most, (text) => text.length);

it('gives back what was put last, and lets go of what was not asked for', () => {
  const kept = cache(12);
  kept.put('a', '1');
  kept.put('b', '1');
  kept.put('a', '2');
  for (const key of ['c', 'd', 'e', 'f']) kept.put(key, '1');
  expect(kept.get('a')).toBe('2');
  kept.put('g', '1');
  kept.put('h', '1');
  expect(kept.get('b')).toBeNull();
  expect(kept.get('c')).toBeNull();
  expect(kept.get('a')).toBe('2');
});

it('is never over its size, and counts what it holds', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const kept = cache(60);
      for (const [key, value] of steps) kept.put(key, value);
      const held = ['a', 'b', 'c', 'd'].map((key) => kept.get(key));
      const sum = held.reduce((all, value) => all + (value === null ? 0 : value.length + 1), 0);
      expect(kept.held).toBe(sum);
      expect(sum).toBeLessThanOrEqual(60);
      const last = steps.at(-1);
      if (last && last[1].length < 15) expect(kept.get(last[0])).toBe(last[1]);
    }),
  );
});

it('has one who fills it push out their own before the others’', () => {
  const kept = cache(40);
  kept.put('a', '1'.repeat(8), 'one');
  kept.put('b', '1'.repeat(8), 'two');
  for (let n = 0; n < 50; n += 1) kept.put(`z${n}`, '1'.repeat(7), 'three');
  expect(kept.get('a')).not.toBeNull();
  expect(kept.get('b')).not.toBeNull();
  expect(kept.get('z49')).not.toBeNull();
  expect(kept.get('z40')).toBeNull();
});
