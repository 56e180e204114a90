import { expect, it } from 'vitest';
import { summarise } from './stats.ts';

it('takes the mean of the middle two of an even number', () => {
  expect(summarise([4, 1, 3, 2])).toEqual({ n: 4, median: 2.5, p90: 4, max: 4 });
});

it('takes the nearest rank for the ninetieth percentile', () => {
  expect(summarise([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ n: 10, median: 5.5, p90: 9, max: 10 });
  expect(summarise([3]).median).toBe(3);
});

it('says that nothing was measured', () => {
  expect(summarise([]).median).toBeNaN();
});
