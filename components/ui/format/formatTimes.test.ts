import { expect, it } from 'vitest';
import { countOf } from './countOf.ts';
import { formatMs } from './formatMs.ts';
import { formatSeconds } from './formatSeconds.ts';

it('writes durations in the unit that a reader would choose', () => {
  expect([0, 0.44, 9.94, 9.96, 38.4, 999.4, 999.6, 1240, 59_994, 59_996, 125_000].map(formatMs)).toEqual([
    '0.0 ms',
    '0.4 ms',
    '9.9 ms',
    '10 ms',
    '38 ms',
    '999 ms',
    '1.00 s',
    '1.24 s',
    '59.99 s',
    '1 min 0 s',
    '2 min 5 s',
  ]);
});

it('counts seconds with one decimal and never below zero', () => {
  expect([-5, 0, 640, 12_340].map(formatSeconds)).toEqual(['0.0 s', '0.0 s', '0.6 s', '12.3 s']);
});

it('counts in the singular and the plural', () => {
  expect([
    countOf(0, 'row'),
    countOf(1, 'row'),
    countOf(2500, 'row'),
    countOf(2, 'query', 'queries'),
  ]).toEqual(['0 rows', '1 row', '2,500 rows', '2 queries']);
});
