import { expect, test } from 'vitest';
import { Charges } from './Charges.ts';

test('counts what a key has had, until a minute has passed', () => {
  let now = 0;
  const charges = new Charges(() => now);
  charges.add('a', 60);
  charges.add('a', 60);
  charges.add('b', 49);
  expect([charges.roundsOf('a'), charges.roundsOf('b')]).toEqual([2, 0]);
  now = 60_000;
  expect(charges.roundsOf('a')).toBe(0);
});

test('remembers no more than a thousand keys, the last ones', () => {
  const charges = new Charges(() => 0);
  for (let key = 0; key <= 1_000; key++) charges.add(String(key), 50);
  expect([charges.roundsOf('0'), charges.roundsOf('1'), charges.roundsOf('1000')]).toEqual([0, 1, 1]);
});
