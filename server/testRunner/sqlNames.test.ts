import { expect, it } from 'vitest';
import { SqlNames } from './sqlNames.ts';

const long = `test_${'a'.repeat(80)}`;
const shortened = `t12_${long}`.slice(0, 63);
const names = new SqlNames(`CREATE FUNCTION tests."adds"() RETURNS VOID; "other" ( tests."${shortened}"()`);

it('finds a test’s function by its name, and one that pgrx has shortened by its beginning', () => {
  expect(names.of({ fn: 'adds' })).toBe('adds');
  expect(names.of({ fn: long })).toBe(shortened);
  expect(names.of({ fn: 'other' })).toBeNull();
  expect(names.of({ fn: `${long.replace('a', 'b')}` })).toBeNull();
});
