import { expect, it } from 'vitest';
import { highlightSql } from './highlightSql.ts';

it('cuts lines by colour, and loses nothing', () => {
  const sql = `-- a comment\nCREATE FUNCTION "f"() RETURNS TEXT /* over\ntwo lines */ AS $$ select 'x', 1; $$;\n`;
  const lines = highlightSql(sql);
  expect(lines.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(sql);
  expect(lines[0]).toEqual([{ text: '-- a comment', tone: 'comment' }]);
  expect(lines[1]?.[0]).toEqual({ text: 'CREATE', tone: 'keyword' });
  expect(lines[2]?.[0]).toEqual({ text: 'two lines */', tone: 'comment' });
});
