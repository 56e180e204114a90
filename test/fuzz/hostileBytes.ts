import fc from 'fast-check';
import { hostileText } from './hostileText.ts';
import type { Recipe } from './recipe.ts';

/** Bytes of a stream, in pieces of some size: the words of its format at random, repeated, and nearly right. */
export function hostileBytes(
  words: readonly string[],
  samples: readonly string[],
  most: number,
): fc.Arbitrary<Recipe> {
  const byte = fc.constantFrom('\0', '\x01', '\x7f', '\x80', '\xff');
  const noise = fc
    .array(fc.oneof(byte, fc.constantFrom(...words)), { maxLength: 300 })
    .map((all): Recipe => ({ parts: [[all.join(''), 1]] }));
  const text = hostileText({ words: [...words, '\0', '\xff', '\x80'], samples, most });
  const cut = fc.constantFrom(1, 7, 1000, 65_536, undefined);
  return fc.tuple(fc.oneof(noise, { weight: 3, arbitrary: text }), cut).map(([recipe, size]) => {
    const bytes = recipe.parts.reduce((sum, [part, times]) => sum + part.length * times, 0);
    // A million pieces of a byte say nothing that ten thousand do not.
    return { ...recipe, ...(size && bytes / size < 20_000 && { cut: size }) };
  });
}
