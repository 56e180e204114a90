import fc from 'fast-check';
import type { z } from 'zod';
import { hostileText } from './hostileText.ts';
import type { Recipe } from './recipe.ts';
import { schemaValues } from './schemaValues.ts';

const words = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '1',
  'null',
  'true',
  '"a":',
  '{}',
  '[]',
  '-',
  '1e999',
  '\\ud800',
];

const extremes: unknown[] = [
  null,
  -1,
  0,
  0.5,
  1e308,
  2 ** 53,
  '',
  '\0',
  '\ud800',
  'x'.repeat(20_000),
  [],
  {},
  Array(3000).fill(0),
  Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`k${n}`, n])),
  { __proto__: null, constructor: 1, toString: 2 },
];

/**
 * JSON for what reads values of a schema: such values as they are, with parts of them replaced, with one thing in them
 * nested deeply, and JSON that is none.
 */
export function hostileJson(schema: z.ZodType, most: number): fc.Arbitrary<Recipe> {
  const right = schemaValues(schema);
  const steps = fc.array(fc.nat(30), { maxLength: 6 });
  const other = fc.oneof(fc.constantFrom(...extremes), fc.jsonValue({ maxDepth: 3 }), right);
  return fc.oneof(
    right.map(json),
    {
      weight: 3,
      arbitrary: fc.tuple(right, steps, other).map(([value, path, put]) => json(replaced(value, path, put))),
    },
    { weight: 2, arbitrary: fc.tuple(right, steps, nesting(most)).map(deepInside) },
    hostileText({ words, most }),
  );
}

/** The whole of a text that JSON has a place for, written without JavaScript's own recursion. */
function json(value: unknown): Recipe {
  return { parts: [[JSON.stringify(value) ?? 'null', 1]] };
}

/** The value with something else at the place to which the numbers lead. */
function replaced(value: unknown, path: readonly number[], put: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return put;
  if (Array.isArray(value)) {
    if (value.length === 0) return put;
    const at = step % value.length;
    return value.map((one, index) => (index === at ? replaced(one, rest, put) : one));
  }
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return put;
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    name === key ? replaced(one, rest, put) : one,
  ]);
  return Object.fromEntries(entries);
}

interface Nesting {
  open: string;
  inside: string;
  close: string;
  times: number;
}

function nesting(most: number): fc.Arbitrary<Nesting> {
  const pair = fc.constantFrom(
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"expansion":', '}]'],
    ['{"span":{"expansion":', '}}'],
  );
  return fc
    .tuple(pair, fc.constantFrom('1', '{}', '"x"'), fc.constantFrom(10, 70, 1000, 5000, 100_000, 1_000_000))
    .map(([[open = '', close = ''], inside, times]) => ({
      open,
      inside,
      close,
      times: Math.min(times, Math.floor(most / (open.length + close.length + 1))),
    }));
}

const mark = 'put it here';

function deepInside([value, path, { open, inside, close, times }]: [unknown, number[], Nesting]): Recipe {
  const [before = '', after = ''] = JSON.stringify(replaced(value, path, mark)).split(`"${mark}"`);
  return {
    parts: [
      [before, 1],
      [open, times],
      [inside, 1],
      [close, times],
      [after, 1],
    ],
  };
}
