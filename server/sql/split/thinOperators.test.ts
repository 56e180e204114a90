import { expect, test } from 'vitest';
import { splitScript } from './splitScript.ts';
import { thinOperators } from './thinOperators.ts';

const many = 70;

test('leaves alone what Postgres can take', () => {
  for (const sql of ['', 'select 1 + 2', `-- ${'='.repeat(63)}`, "select '<>'"])
    expect(thinOperators(sql)).toBe(sql);
});

test('blanks a long run but for its ends and the marks of comments', () => {
  const blanks = ' '.repeat(many);
  const run = '+'.repeat(many);
  expect(thinOperators(`1${run}2`)).toBe(`1+${' '.repeat(many - 2)}+2`);
  expect(thinOperators(`/*${run}*/`)).toBe(`/*${blanks}*/`);
  expect(thinOperators(`${run}--${run}`)).toBe(`+${blanks.slice(1)}--${blanks.slice(1)}+`);
});

test.each([
  ['an operator', `select 1 ${'+'.repeat(many)} 2; select 3`, 2],
  ['a string', `select '${'='.repeat(many)};'; select 3`, 2],
  ['a banner', `/*${'*'.repeat(many)}\n ; ${'*'.repeat(many)}*/ select 1; select 3`, 2],
  ['the end of a comment', `/* ${'*'.repeat(many)}/ select 1; select 3`, 2],
  ['nested comments', `${'/*'.repeat(many)} ; ${'*/'.repeat(many)} select 1; select 3`, 2],
  ['a comment behind an operator', `select 1 ${'+'.repeat(many)}-- ;\n 2; select 3`, 2],
  ['a line', `${'-'.repeat(many)} ;\nselect 1; select 3`, 2],
  ['a name', `select 1 as "${'%'.repeat(many)};"; select 3`, 2],
  ['a dollar quote', `select $a$${'|'.repeat(many)};$a$; select 3`, 2],
])('a script is split with a long run in %s, and keeps its text', (_what, script, count) => {
  const parts = splitScript(script);
  expect(parts).toHaveLength(count);
  for (const { text, offset } of parts) expect(script.slice(offset, offset + text.length)).toBe(text);
  expect(parts.at(-1)?.text).toBe('select 3');
});

test('leaves to Postgres what is nothing but marks of comments', () => {
  const script = `${'/*'.repeat(2_000)}; select 1`;
  expect(splitScript(script)).toMatchObject([{ kind: 'sql', text: script, offset: 0 }]);
});

test.each(['+', '-+', '*', '/*', '/**/', '*/', '/*/', '+/*', '--', '~!@#%^&|`?', '\\;', '1,', '('])(
  'takes time in proportion for a script of %s',
  (piece) => {
    const time = (length: number) => {
      const script = piece.repeat(length).slice(0, length);
      const took = [1, 2, 3].map(() => {
        const began = performance.now();
        splitScript(script);
        return performance.now() - began;
      });
      return Math.min(...took);
    };
    time(4_096);
    // Eight times as much takes eight times as long, where a quadratic scan takes 64 times; small times count as 10 ms.
    expect(time(65_536)).toBeLessThan(24 * Math.max(10, time(8_192)));
  },
);
