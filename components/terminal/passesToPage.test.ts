import { expect, it } from 'vitest';
import { clipboardKey, passesToPage } from './passesToPage.ts';

const press = (code: string, key: string, ...held: ('ctrl' | 'shift' | 'alt' | 'meta')[]) => ({
  code,
  key,
  ctrlKey: held.includes('ctrl'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
});

it('leaves Run, the next problem and the panes to the page', () => {
  expect(passesToPage(press('Enter', 'Enter', 'ctrl'))).toBe(true);
  expect(passesToPage(press('Enter', 'Enter', 'meta'))).toBe(true);
  expect(passesToPage(press('F8', 'F8', 'shift'))).toBe(true);
  expect(passesToPage(press('Digit3', '™', 'alt'))).toBe(true);
});

it('leaves psql its own keys', () => {
  expect(passesToPage(press('Enter', 'Enter'))).toBe(false);
  expect(passesToPage(press('KeyC', 'c', 'ctrl'))).toBe(false);
  expect(passesToPage(press('KeyK', 'k', 'ctrl'))).toBe(false);
  expect(passesToPage(press('Digit7', '7', 'alt'))).toBe(false);
  expect(passesToPage(press('Tab', 'Tab'))).toBe(false);
});

it('copies and pastes as terminals do', () => {
  expect(clipboardKey(press('KeyC', 'C', 'ctrl', 'shift'))).toBe('copy');
  expect(clipboardKey(press('KeyV', 'V', 'ctrl', 'shift'))).toBe('paste');
  expect(clipboardKey(press('KeyC', 'c', 'ctrl'))).toBeNull();
});
