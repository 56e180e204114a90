import { expect, it } from 'vitest';
import { testItems } from './testReport.ts';
import { treeMove, treeRows } from './treeRows.ts';

const items = testItems(
  { 'src/lib.rs': 'mod a { #[test] fn x() {} #[test] fn y() {} } mod b { #[test] fn z() {} }' },
  [],
  false,
);

it('shows the items of open groups, and moves through what is shown', () => {
  const rows = treeRows(items, new Set());
  expect(rows.map(({ key }) => key)).toEqual(['group:a', 'a::x', 'a::y', 'group:b', 'b::z']);
  expect(treeRows(items, new Set(['a'])).map(({ key }) => key)).toEqual(['group:a', 'group:b', 'b::z']);
  expect(treeMove(rows, 0, 'ArrowDown')).toEqual({ to: 1 });
  expect(treeMove(rows, 0, 'ArrowUp')).toEqual({ to: 0 });
  expect(treeMove(rows, 2, 'ArrowLeft')).toEqual({ to: 0 });
  expect(treeMove(rows, 0, 'ArrowLeft')).toEqual({ toggle: 'a' });
  expect(treeMove(rows, 1, 'ArrowRight')).toBeNull();
  expect(treeMove(rows, 1, 'End')).toEqual({ to: 4 });
  expect(treeMove(rows, 1, 'x')).toBeNull();
});
