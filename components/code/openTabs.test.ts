import { expect, it } from 'vitest';
import { openTabs, tabAfterClosing } from './openTabs.ts';

it('keeps tabs for the files that are there, and goes to a neighbour when one is closed', () => {
  const files = { a: '', b: '', c: '' };
  expect(openTabs(['a', 'gone'], files, 'b')).toEqual(['a', 'b']);
  expect(openTabs(['a', 'b'], files, 'a')).toEqual(['a', 'b']);
  expect(tabAfterClosing(['a', 'b', 'c'], 'b')).toBe('c');
  expect(tabAfterClosing(['a', 'b'], 'b')).toBe('a');
  expect(tabAfterClosing(['a'], 'a')).toBeNull();
});
