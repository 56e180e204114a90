import { expect, it } from 'vitest';
import { changedSince, changesText } from './changedSince.ts';

const run = { files: { 'src/lib.rs': 'a', 'src/b.rs': 'b' }, sql: 'select 1', mode: 'run' as const };
const now = { files: run.files, sql: run.sql, postgres: null };

it('names what is another than in a run', () => {
  expect(changedSince(run, now, 17)).toEqual([]);
  expect(changedSince(run, { ...now, postgres: 17 }, 17)).toEqual([]);
  expect(changedSince(run, { ...now, postgres: 18 }, 17)).toEqual(['the Postgres version']);
  const files = { 'src/lib.rs': 'A', 'src/c.rs': 'c' };
  expect(changedSince(run, { ...now, files, sql: 'select 2' }, 17)).toEqual([
    'src/lib.rs',
    'src/b.rs',
    'src/c.rs',
    'script.sql',
  ]);
});

it('says nothing where nobody knows what was run', () => {
  expect(changedSince(null, now, 17)).toEqual([]);
});

it('names a few', () => {
  expect(changesText(['a'])).toBe('a');
  expect(changesText(['a', 'b'])).toBe('a and b');
  expect(changesText(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
