import fc from 'fast-check';
import type { Recipe } from './recipe.ts';

/** What a text may be made of: the words of its grammar, and some texts that are right. */
export interface Grammar {
  words: readonly string[];
  samples?: readonly string[];
  /** How long it may become, in characters: the limit that holds before it is read. */
  most: number;
}

/** What is odd in any grammar. */
const odd = [
  '\0',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\\',
  '"',
  "'",
  '\u{1f600}',
  '\ud800',
  '\u2028',
  '\ufeff',
  'é',
  '…',
];

/** Texts that are noise, words at random, one word over and over, nested, or nearly right. */
export function hostileText({ words, samples = [], most }: Grammar): fc.Arbitrary<Recipe> {
  const word = fc.constantFrom(...words, ...odd);
  const few = fc.array(word, { maxLength: 4 }).map((all) => all.join(''));
  const noise = fc.string({ unit: 'binary', maxLength: 200 });
  const soup = fc.array(word, { maxLength: 200 }).map((all) => all.join(''));
  const sample = samples.length > 0 ? fc.constantFrom(...samples) : soup;
  return fc.oneof(
    fc.oneof(noise, soup).map((text) => recipe([[text, 1]])),
    { weight: 3, arbitrary: repeated(few, most) },
    nested(few, most),
    { weight: samples.length > 0 ? 3 : 1, arbitrary: nearly(sample, fc.oneof(few, soup), most) },
  );
}

/** Up to as long as may be, and often just that: what is worse than linear shows there. */
function times(length: number, most: number): fc.Arbitrary<number> {
  const all = Math.max(1, Math.floor(most / Math.max(1, length)));
  return fc.oneof(
    fc.constantFrom(1, 2, 100, 1000, 10_000).map((n) => Math.min(n, all)),
    fc.constant(all),
    fc.integer({ min: 1, max: all }),
  );
}

function repeated(few: fc.Arbitrary<string>, most: number): fc.Arbitrary<Recipe> {
  return fc.tuple(few, few, few).chain(([before, unit, after]) =>
    times(unit.length, most - before.length - after.length).map((n) =>
      recipe([
        [before, 1],
        [unit, n],
        [after, 1],
      ]),
    ),
  );
}

function nested(few: fc.Arbitrary<string>, most: number): fc.Arbitrary<Recipe> {
  return fc.tuple(few, few, few).chain(([open, inside, close]) =>
    times(open.length + close.length, most - inside.length).map((n) =>
      recipe([
        [open, n],
        [inside, 1],
        [close, n],
      ]),
    ),
  );
}

/** A text that is right, with something put in place of a part of it, perhaps often. */
function nearly(sample: fc.Arbitrary<string>, put: fc.Arbitrary<string>, most: number): fc.Arbitrary<Recipe> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(sample, place, place, put).chain(([text, one, other, word]) => {
    const from = Math.floor(Math.min(one, other) * text.length);
    const to = fc.constantFrom(from, Math.floor(Math.max(one, other) * text.length));
    return fc.tuple(to, times(word.length, Math.max(1, most - text.length))).map(([end, n]) =>
      recipe([
        [text.slice(0, from), 1],
        [word, n],
        [text.slice(end), 1],
      ]),
    );
  });
}

function recipe(parts: Recipe['parts']): Recipe {
  return { parts: parts.filter(([text]) => text !== '') };
}
