import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitScript } from './splitScript.ts';
import { tameRuns } from './tameRuns.ts';

it('puts blanks into the middle of a long run of operators, and keeps every place', () => {
  const sql = `select 1 /*${'='.repeat(2000)}*/; select '${'+-'.repeat(1000)}'`;
  const tamed = tameRuns(sql);
  expect(tamed).toHaveLength(sql.length);
  expect(tamed).toMatch(/^select 1 \/\*={254} +={254}\*\/; select '(\+-){128} +(\+-){128}'$/);
  expect(splitScript(sql).map(({ text }) => text)).toEqual(sql.split('; '));
});

it('changes nothing else', () => {
  const sql = fc.array(fc.constantFrom('a', '+', '/*', '*/', '--', '\n', "'", ';', '='), { maxLength: 200 });
  fc.assert(fc.property(sql, (pieces) => tameRuns(pieces.join('')) === pieces.join('')));
});

it('keeps a script with Postgres’s operators as it is', () => {
  expect(tameRuns('select 1 <-> 2 @> 3; -- ---\n'.repeat(1000))).toBe(
    'select 1 <-> 2 @> 3; -- ---\n'.repeat(1000),
  );
});
