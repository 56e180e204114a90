import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainLine, plainText } from './plainText.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const nasty = fc
  .array(
    fc.constantFrom('\u202E', '\u2066', '\0', '\n', '\r\n', '\u200B', '<b>', 'é', '😀', ' ', 'a', '\uD800'),
  )
  .map((parts) => parts.join(''));

it('leaves no control, no bidirectional mark and no line end in a title', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, nasty), (text) => {
      const line = plainLine(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u200E\u200F\u2028-\u202E\u2066-\u2069\u200B\uFEFF]/u);
      expect(plainLine(line)).toBe(line);
      expect(line.length).toBeLessThanOrEqual(text.length);
    }),
  );
});

it('keeps the lines of a description, and no more of what hides', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, nasty), (text) => {
      const plain = plainText(text);
      expect(plain).not.toMatch(/[\u202A-\u202E\u2066-\u2069\0\r]/);
      expect(plainText(plain)).toBe(plain);
    }),
  );
  expect(plainText('One\r\n  two\u202E\n\n\n\nthree')).toBe('One\n  two\n\nthree');
});

it('leaves markup as the text that it is, and words in other scripts alone', () => {
  expect(plainLine('<script>alert(1)</script> & "x"')).toBe('<script>alert(1)</script> & "x"');
  expect(plainLine('שלום мир 你好 👋🏽')).toBe('שלום мир 你好 👋🏽');
});
