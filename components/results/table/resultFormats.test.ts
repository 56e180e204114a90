import { expect, it } from 'vitest';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { positionAt } from '../../ui/text/positionAt.ts';
import { utf16Offset } from '../../ui/text/utf16Offset.ts';
import { errorExcerpt } from '../errors/errorExcerpt.ts';
import { resultSummary } from '../resultSummary.ts';
import { isNumeric } from './columnKind.ts';
import { columnWidths } from './columnWidths.ts';
import { truncationText } from './truncationText.ts';

const result: StatementResult = {
  type: 'statement',
  index: 0,
  sql: 'select 1',
  command: 'SELECT',
  rowCount: 1,
  columns: [{ name: 'n', type: 'int4' }],
  rows: [['1']],
  truncated: false,
  ms: 1,
};

it('finds lines and columns of offsets', () => {
  expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  expect(positionAt('ab', 99)).toEqual({ line: 1, column: 3 });
});

it('turns characters, as Postgres counts them, into UTF-16 offsets', () => {
  expect(utf16Offset('select x', 8)).toBe(7);
  expect(utf16Offset("select '🦀', x", 13)).toBe(13);
  expect(utf16Offset('é x', 3)).toBe(2);
});

it('draws the caret under the place, also after wide characters', () => {
  expect(errorExcerpt('select\n  nope', 10)).toEqual({ line: 2, text: '  nope', indent: 2 });
  expect(errorExcerpt("select '🦀', nope", 13)).toEqual({ line: 1, text: "select '🦀', nope", indent: 13 });
  expect(errorExcerpt("select '漢', nope", 13).indent).toBe(13);
});

it('cuts a long line around the place', () => {
  const excerpt = errorExcerpt(`select ${'x'.repeat(200)} nope ${'y'.repeat(200)}`, 209);
  expect(excerpt.text.length).toBeLessThan(100);
  expect(excerpt.text.slice(excerpt.indent)).toMatch(/^nope y+…$/);
  expect(excerpt.text.startsWith('…')).toBe(true);
});

it('knows numbers by either name of their type', () => {
  expect(['int4', 'double precision', 'numeric(10,2)'].every(isNumeric)).toBe(true);
  expect(['text', 'int4[]', 'interval', 'point'].some(isNumeric)).toBe(false);
});

it('makes columns as wide as what they hold, within bounds', () => {
  const columns = ['a', 'b', 'c', 'd'].map((name) => ({ name, type: 'text' }));
  const rows = [['漢字漢字漢字', 'x'.repeat(500), null, `short\n${'y'.repeat(20)}`]];
  expect(columnWidths({ columns, rows })).toEqual([12, 48, 6, 20]);
});

it('says in a few words what a statement gave', () => {
  expect(resultSummary(result)).toBe('1 row');
  expect(resultSummary({ ...result, command: 'INSERT', rowCount: 2, columns: [] })).toBe('INSERT · 2 rows');
  expect(resultSummary({ ...result, command: 'INSERT 0 2', rowCount: 2, columns: [] })).toBe(
    'INSERT · 2 rows',
  );
  expect(resultSummary({ ...result, command: 'CREATE TABLE', rowCount: null, columns: [] })).toBe(
    'CREATE TABLE',
  );
  expect(resultSummary({ ...result, command: 'EXPLAIN', rowCount: null })).toBe('EXPLAIN');
  expect(resultSummary({ ...result, command: null, rowCount: null, columns: [] })).toBe('done');
});

it('says in words what was cut', () => {
  expect(truncationText(result)).toBeNull();
  expect(truncationText({ ...result, truncated: true, rowCount: 25_000 })).toContain(
    'Showing the first 1 row of 25,000',
  );
  const columns = Array.from({ length: 100 }, () => ({ name: 'n', type: 'int4' }));
  expect(truncationText({ ...result, columns, truncated: true })).toContain('Showing the first 100 columns.');
  const long = `${'x'.repeat(limits.valueLength)}…`;
  const rows = [['1'], [long], [long], [long], [long]];
  expect(truncationText({ ...result, rows, rowCount: 5, truncated: true })).toMatch(
    /^Cut off: n in row 2, n in row 3, n in row 4 and 1 more\. Limits/,
  );
});
