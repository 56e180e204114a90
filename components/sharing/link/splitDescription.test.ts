import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitDescription } from './splitDescription.ts';

it('loses nothing but the line end between the parts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const [head, rest] = splitDescription(text);
      expect([`${head}${rest}`, `${head}\n${rest}`]).toContain(text);
      expect(head.split('\n').length).toBeLessThanOrEqual(Math.max(2, text.split('\n').length));
    }),
  );
});

it('folds what has no room, between words', () => {
  expect(splitDescription('It adds.\nTry it.')).toEqual(['It adds.\nTry it.', '']);
  expect(splitDescription('a\nb\nc\nd')).toEqual(['a\nb', 'c\nd']);
  const [head, rest] = splitDescription('word '.repeat(100));
  expect(head).toMatch(/word$/);
  expect(head.length).toBeLessThanOrEqual(220);
  expect(rest).toMatch(/^ word/);
});
