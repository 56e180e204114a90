import { expect, test } from 'vitest';
import { splitScript } from './splitScript.ts';
import { isParserSpent } from './sqlParser.ts';

test('SQL that overflows its stack is split by rule, and leaves the parser spent', () => {
  splitScript('select 1; selec; select $1;');
  splitScript("select '; select 2");
  expect(isParserSpent()).toBe(false);
  const deep = `select ${'1+'.repeat(30_000)}1`;
  expect(splitScript(`${deep};select 2`).map(({ offset }) => offset)).toEqual([0, deep.length + 1]);
  expect(isParserSpent()).toBe(true);
});
