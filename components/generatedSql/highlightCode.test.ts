import { expect, it } from 'vitest';
import { highlightCode } from './highlightCode.ts';

it('cuts lines by colour, and loses nothing', () => {
  const sql = `-- a comment\nCREATE FUNCTION "f"() RETURNS TEXT /* over\ntwo lines */ AS $$ select 'x', 1; $$;\n`;
  const lines = highlightCode(sql, 'pgsql');
  expect(lines.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(sql);
  expect(lines[0]).toEqual([{ text: '-- a comment', tone: 'comment' }]);
  expect(lines[1]?.[0]).toEqual({ text: 'CREATE', tone: 'keyword' });
  expect(lines[2]?.[0]).toEqual({ text: 'two lines */', tone: 'comment' });
});

it('knows Rust as well', () => {
  expect(highlightCode('fn a() -> &str { "x" }', 'rust')[0]?.slice(0, 1)).toEqual([
    { text: 'fn', tone: 'keyword' },
  ]);
});
