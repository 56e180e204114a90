import { expect, it } from 'vitest';
import { routeMatcher } from './matchRoute.ts';

const [list, one, run] = [{}, {}, {}];
const match = routeMatcher(
  new Map([
    ['/a', list],
    ['/a/{id}', one],
    ['/a/{id}/run', run],
  ]),
);

it('finds a route by its path and gives its parameters', () => {
  expect(match('/a')).toEqual({ route: list, parameters: {} });
  expect(match('/a/x')?.route).toBe(one);
  expect(match('/a/x%2Fy')).toEqual({ route: one, parameters: { id: 'x%2Fy' } });
  expect(match('/a/x/run')?.route).toBe(run);
});

it('finds nothing where there is nothing', () => {
  for (const path of ['/', '/b', '/a/x/y', '/a/x/run/', '']) expect(match(path)).toBeNull();
});
