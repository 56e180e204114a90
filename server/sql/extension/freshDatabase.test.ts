import { expect, it } from 'vitest';
import { wantsFreshDatabase } from './freshDatabase.ts';

it.each([
  [null, false],
  ['', false],
  ['playground.fresh_database = on', true],
  ["work_mem = 4MB\n  Playground.fresh_database 'true' # each run\n", true],
  ['playground.fresh_database = on\nplayground.fresh_database = off', false],
  ['# playground.fresh_database = on', false],
  ['playground.fresh_databases = on', false],
])('reads %j as %s', (settings, wanted) => {
  expect(wantsFreshDatabase(settings)).toBe(wanted);
});
