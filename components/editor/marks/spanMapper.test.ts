import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spanMapper } from './spanMapper.ts';

const span = (line: number, endLine = line) => ({ line, column: 1, endLine, endColumn: 2 });

it('leaves what is before a change, moves what is after it, and drops what it touches', () => {
  const here = spanMapper('a\nb\nc\nd', 'a\nB1\nB2\nc\nd');
  expect(here(span(1))).toEqual(span(1));
  expect(here(span(2))).toBeNull();
  expect(here(span(3))).toEqual(span(4));
  expect(here(span(4))).toEqual(span(5));
  expect(here(span(1, 2))).toBeNull();
});

it('knows lines that were only added or removed', () => {
  expect(spanMapper('a\nb', 'x\na\nb')(span(1))).toEqual(span(2));
  expect(spanMapper('a\nb\nc', 'a\nc')(span(3))).toEqual(span(2));
  expect(spanMapper('a\nb\nc', 'a\nc')(span(2))).toBeNull();
});

it('never points at lines of another text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, text, fc.nat(), (before, now, nat) => {
      const line = (nat % before.length) + 1;
      const found = spanMapper(before.join('\n'), now.join('\n'))(span(line));
      return found === null || now[found.line - 1] === before[line - 1];
    }),
  );
});
