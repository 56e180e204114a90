import { expect, it } from 'vitest';
import { lineChunks } from './lineChunks.ts';
import { onlyColours } from './onlyColours.ts';
import { styledLine } from './styledLine.ts';

const isFile = (path: string) => path === 'src/lib.rs';

it('keeps colours and drops what would move a cursor, set a title or link elsewhere', () => {
  expect(onlyColours('\u001b[31mred\u001b[0m')).toBe('\u001b[31mred\u001b[0m');
  expect(onlyColours('\u001b[2J\u001b[1;1Ha\u0007b\u001b]0;title\u0007c')).toBe('abc');
  expect(onlyColours('\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\')).toBe('link');
  expect(onlyColours('a\tb\r\nc')).toBe('a\tb\nc');
});

it('gives colours and weights class names', () => {
  expect(styledLine('\u001b[1m\u001b[91merror\u001b[0m: no', isFile)).toEqual([
    { text: 'error', className: 'ansi-red font-semibold', location: null },
    { text: ': no', className: '', location: null },
  ]);
  expect(styledLine('\u001b[38;5;12m|\u001b[0m', isFile)[0]?.className).toBe('ansi-blue');
  expect(styledLine('plain', isFile)).toEqual([{ text: 'plain', className: '', location: null }]);
  expect(styledLine('', isFile)).toEqual([]);
});

it('finds places in the files of the project only', () => {
  expect(styledLine('  --> src/lib.rs:12:5', isFile)).toEqual([
    { text: '  --> ', className: '', location: null },
    { text: 'src/lib.rs:12:5', className: '', location: { file: 'src/lib.rs', line: 12, column: 5 } },
  ]);
  expect(styledLine('-- src/lib.rs:7', isFile)[1]?.location).toEqual({
    file: 'src/lib.rs',
    line: 7,
    column: 1,
  });
  expect(styledLine('  --> /opt/x/lib.rs:1:1', isFile).every(({ location }) => !location)).toBe(true);
});

it('cuts a text into chunks that stay the same while it grows', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `${index}\n`).join('');
  const before = lineChunks(lines(250), 1000).chunks;
  const after = lineChunks(lines(251), 1000).chunks;
  expect(before.map(({ start }) => start)).toEqual([0, 100, 200]);
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(lineChunks(lines(1234), 300)).toMatchObject({ dropped: 1000, chunks: [{ start: 1000 }, {}, {}] });
  expect(lineChunks('', 300)).toEqual({ chunks: [], dropped: 0 });
});
