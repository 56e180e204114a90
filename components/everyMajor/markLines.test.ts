import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markLines } from './markLines.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 30 })
  .map((lines) => lines.join('\n'));

it('leaves out no line that others lack, and counts every line', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const lines = one.split('\n');
      const shared = new Set(other.split('\n'));
      const marked = markLines(one, [one, other]);
      const own = marked.flatMap((line) => ('skipped' in line || line.common ? [] : [line.text]));
      expect(own).toEqual(lines.filter((line) => !shared.has(line)));
      const count = marked.reduce((sum, line) => sum + ('skipped' in line ? line.skipped : 1), 0);
      expect(count).toBe(lines.length);
    }),
  );
});

it('keeps what stands beside a difference', () => {
  const common = ['1', '2', '3', '4', '5', '6'];
  expect(markLines([...common, 'x'].join('\n'), [common.join('\n')])).toEqual([
    { skipped: 4 },
    { text: '5', common: true },
    { text: '6', common: true },
    { text: 'x', common: false },
  ]);
});
