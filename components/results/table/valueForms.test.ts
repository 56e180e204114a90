import { expect, it } from 'vitest';
import { placeAfter } from './gridKeys.ts';
import { prettyJson } from './prettyJson.ts';
import { valueForms } from './valueForms.ts';

it('draws JSON with a line for each member, and changes none of it', () => {
  expect(prettyJson('{"b":1e400,"a":[],"a":{"x":"[,:\\"é"},"n":12345678901234567890}')).toBe(
    [
      '{',
      '  "b": 1e400,',
      '  "a": [],',
      '  "a": {',
      '    "x": "[,:\\"é"',
      '  },',
      '  "n": 12345678901234567890',
      '}',
    ].join('\n'),
  );
  expect(prettyJson(' [1, [2], {}, {"a": 3}]')).toBe(
    ['[', '  1,', '  [', '    2', '  ],', '  {},', '  {', '    "a": 3', '  }', ']'].join('\n'),
  );
});

it('takes nothing else for JSON, and no nesting that nobody reads', () => {
  for (const text of ['12', '"a"', '{a}', '[1', '', '(1,2)']) expect(prettyJson(text)).toBeNull();
  expect(prettyJson('['.repeat(65) + ']'.repeat(65))).toBeNull();
  expect(prettyJson('['.repeat(64) + ']'.repeat(64))).not.toBeNull();
});

it('shows the bytes of a bytea, and those of a text', () => {
  expect(valueForms('\\x00416dff', 'bytea')).toEqual([
    { name: 'Bytes', text: `0000  00 41 6d ff${' '.repeat(36)}  .Am.` },
    { name: 'Text', text: '\\x00416dff' },
  ]);
  expect(valueForms('\\x4142434…', 'bytea')[0]?.text).toMatch(/^0000 {2}41 42 43 .*ABC$/);
  expect(valueForms('é', 'text')).toEqual([
    { name: 'Text', text: 'é' },
    { name: 'Bytes', text: `0000  c3 a9${' '.repeat(42)}  ..` },
  ]);
  expect(valueForms('{"a":1}', 'jsonb').map(({ name }) => name)).toEqual(['JSON', 'Text', 'Bytes']);
});

it('goes by arrows to the neighbours, and not beyond the grid', () => {
  const size = { rows: 2, columns: 3 };
  expect(placeAfter('ArrowDown', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
  expect(placeAfter('ArrowDown', { row: 1, column: 1 }, size)).toEqual({ row: 1, column: 1 });
  expect(placeAfter('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 });
  expect(placeAfter('x', { row: 1, column: 0 }, size)).toBeNull();
});
