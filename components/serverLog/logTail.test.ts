import { expect, it } from 'vitest';
import { logTail } from './logTail.ts';

it('keeps whole lines of the end, no more than fit', () => {
  expect(logTail('one\ntwo\nthree\n', 100)).toBe('one\ntwo\nthree\n');
  expect(logTail('one\ntwo\nthree\n', 10)).toBe('two\nthree\n');
  expect(logTail('one\ntwo\nthree\n', 9)).toBe('three\n');
  expect(logTail('abcdefgh', 3)).toBe('fgh');
});
