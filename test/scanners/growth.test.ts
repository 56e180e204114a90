import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cpuMs, superLinear } from '../support/growth.ts';
import type { Scanner } from './Scanner.ts';
import { scanners } from './scanners.ts';

/** So much processor time each scanner gets for texts made by chance, in milliseconds, beyond those that are known. */
const chanceMs = 20;
/** The same texts each time; PLAYGROUND_TEST_SEED and a larger `chanceMs` look for others. */
const seed = Number(process.env.PLAYGROUND_TEST_SEED ?? 1);
/** Longer texts are not needed: of so long a one, something quadratic makes seconds. */
const longest = 64 * 1024;

/** A text of about a length: each part again and again, one after the other, all with an equal share of it. */
function repeated(parts: readonly string[], length: number): string {
  const share = length / parts.length;
  return parts.map((part) => part.repeat(Math.ceil(share / Math.max(1, part.length)))).join('');
}

function grows({ scan, limit }: Scanner, { begin = '', parts, end = '' }: Shape): string | null {
  const input = (length: number) => begin + repeated(parts, length) + end;
  const growth = superLinear(input, scan, Math.min(limit, longest));
  return growth && `${growth}: ${JSON.stringify([begin, parts, end])}`;
}

interface Shape {
  begin?: string;
  parts: readonly string[];
  end?: string;
}

function shapesOf({ fragments }: Scanner): Shape[] {
  const part = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 3 });
  const parts = fc.array(
    part.map((all) => all.join('')),
    { minLength: 1, maxLength: 2 },
  );
  const once = fc.constantFrom('', ...fragments);
  return fc.sample(fc.record({ begin: once, parts, end: once }), { numRuns: 200, seed });
}

it.each(scanners)('$name takes time in line with its input', (scanner) => {
  for (const parts of scanner.known ?? []) {
    expect(grows(scanner, { parts })).toBeNull();
    // At its full length once: what is spread into a call's arguments, or recurses, fails only there.
    scanner.scan(repeated(parts, scanner.limit));
  }
  let spent = 0;
  for (const shape of shapesOf(scanner)) {
    if (spent > chanceMs) break;
    spent += cpuMs(() => expect(grows(scanner, shape)).toBeNull());
  }
});

/** Any code units, halves of surrogate pairs among them. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

it.each(scanners)('$name throws on no text', ({ scan, fragments }) => {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...fragments) },
    { weight: 1, arbitrary: unit },
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(texts, (text) => void scan(text)));
});
