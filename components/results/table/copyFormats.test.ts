import { expect, it } from 'vitest';
import { toAlignedText } from './toAlignedText.ts';
import { toCsv } from './toCsv.ts';
import { toMarkdown } from './toMarkdown.ts';

const columns = [
  { name: 'id', type: 'int4' },
  { name: 'name', type: 'text' },
];

it('aligns text as psql does', () => {
  const rows = [
    ['1', 'crab'],
    ['20', null],
    ['3', 'two\nlines'],
    ['4', '漢字'],
  ];
  expect(toAlignedText({ columns, rows, rowCount: 4 })).toBe(
    [
      ' id | name',
      '----+-------',
      '  1 | crab',
      ' 20 | NULL',
      '  3 | two  +',
      '    | lines',
      '  4 | 漢字',
      '(4 rows)',
      '',
    ].join('\n'),
  );
});

it('quotes CSV and tells NULL from an empty string', () => {
  const rows = [
    ['1', 'a,"b"\nc'],
    [null, ''],
  ];
  expect(toCsv({ columns, rows })).toBe('id,name\r\n1,"a,""b""\nc"\r\n,""');
});

it.each(['=1+1', '+A1', '-A1', '@SUM(1)', '\t=1', '\r=1', '＝1', '-1+cmd|x'])(
  'keeps a spreadsheet from running %j',
  (value) => {
    expect(toCsv({ columns: [{ name: '=x', type: 'text' }], rows: [[value]] })).toMatch(/^"?'=x"?\r\n"?'/);
  },
);

it.each(['-5', '+1.5', '-1e-7', '.5', 'a=b'])('leaves %j as it is', (value) => {
  expect(toCsv({ columns: [{ name: 'x', type: 'text' }], rows: [[value]] })).toBe(`x\r\n${value}`);
});

it('escapes what Markdown or HTML would take for markup', () => {
  const rows = [['-1', '<img src=x onerror=y> a|b `c` *d* [e](f)\n&lt; \\|']];
  expect(toMarkdown({ columns, rows })).toBe(
    [
      '| id | name |',
      '| --: | --- |',
      '| -1 | &lt;img src=x onerror=y&gt; a\\|b \\`c\\` \\*d\\* \\[e\\](f)<br>&amp;lt; \\\\\\| |',
    ].join('\n'),
  );
  expect(toMarkdown({ columns, rows: [[null, '']] })).toContain('| *null* |  |');
});
