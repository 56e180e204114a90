import { expect, test } from 'vitest';
import { clipText } from './clipText.ts';

test('cuts at whole characters and marks the cut', () => {
  expect(clipText('abc', 3)).toBe('abc');
  expect(clipText('abcd', 3)).toBe('ab…');
  expect(clipText('a😀bc', 3)).toBe('a…');
  expect(clipText('a😀bc', 4)).toBe('a😀…');
});
