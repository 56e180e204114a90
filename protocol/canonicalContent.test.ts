import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalContent } from './canonicalContent.ts';

const content = fc.record({
  postgres: fc.integer({ min: 10, max: 99 }),
  files: fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { noNullPrototype: true }),
  sql: fc.string(),
});

it('is the same whatever the order of the files', () => {
  fc.assert(
    fc.property(content, (one) => {
      const files = Object.fromEntries(Object.entries(one.files).reverse());
      expect(canonicalContent({ ...one, files })).toBe(canonicalContent(one));
    }),
  );
});

it('is another for whatever else differs', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const same =
        one.postgres === other.postgres &&
        one.sql === other.sql &&
        Object.keys(one.files).length === Object.keys(other.files).length &&
        Object.entries(one.files).every(([path, text]) => other.files[path] === text);
      expect(canonicalContent(one) === canonicalContent(other)).toBe(same);
    }),
  );
});

it('keeps every character', () => {
  fc.assert(
    fc.property(content, (one) => {
      const [postgres, files, sql] = JSON.parse(canonicalContent(one));
      expect({ postgres, files: Object.fromEntries(files), sql }).toEqual({
        ...one,
        files: { ...one.files },
      });
    }),
  );
});
