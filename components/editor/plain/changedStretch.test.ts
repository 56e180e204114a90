import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedStretch } from './changedStretch.ts';

it('is as short as it can be', () => {
  expect(changedStretch('let a = 1;', 'let abc = 1;')).toEqual({ start: 5, end: 5, text: 'bc' });
  expect(changedStretch('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
  expect(changedStretch('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
});

it('turns the one text into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, now) => {
      const { start, end, text: middle } = changedStretch(before, now);
      return before.slice(0, start) + middle + before.slice(end) === now;
    }),
  );
});
