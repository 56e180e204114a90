import { expect, it } from 'vitest';
import { clipboardKey } from './clipboardKey.ts';

const press = (code: string, key: string, ...held: ('ctrl' | 'shift' | 'alt' | 'meta')[]) => ({
  code,
  key,
  ctrlKey: held.includes('ctrl'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
});

it('copies and pastes as terminals do', () => {
  expect(clipboardKey(press('KeyC', 'C', 'ctrl', 'shift'))).toBe('copy');
  expect(clipboardKey(press('KeyV', 'V', 'ctrl', 'shift'))).toBe('paste');
  expect(clipboardKey(press('KeyC', 'c', 'ctrl'))).toBeNull();
});
