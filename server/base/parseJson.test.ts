import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parseJson.ts';

test('what JSON.parse reads, it reads', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('the most levels that may be are read, and one more is not', () => {
  expect(parseJson('[{"a":[1]}]', { depth: 3, values: 10 }).ok).toBe(true);
  expect(parseJson('[{"a":[[1]]}]', { depth: 3, values: 10 })).toEqual({
    ok: false,
    error: expect.stringContaining('3 levels'),
  });
  expect(parseJson(`[${'[],'.repeat(1000)}{}]`, { depth: 2, values: 3_000 }).ok).toBe(true);
});

test('more values than may be are refused, and as many are read', () => {
  expect(parseJson('[1,{"a":2}]', { depth: 9, values: 4 }).ok).toBe(true);
  expect(parseJson('[1,{"a":2}]', { depth: 9, values: 3 }).ok).toBe(false);
  expect(parseJson(`[${'{},'.repeat(300_000)}{}]`).ok).toBe(false);
});

test('brackets in strings are no levels', () => {
  expect(parseJson(JSON.stringify(['[[[[', '"{{{{', '\\"[[[[', '\\'])).ok).toBe(true);
});

test('what is no JSON is refused, however deep', () => {
  for (const text of ['', '{', '"', '"\\', ']]]', '['.repeat(500_000), '{"a":'.repeat(100_000)])
    expect(parseJson(text).ok, text.slice(0, 20)).toBe(false);
});
