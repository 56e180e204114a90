import { expect, it } from 'vitest';
import { isShortcut } from './isShortcut.ts';

type KeyPress = Parameters<typeof isShortcut>[1];
type Place = Parameters<typeof isShortcut>[2];

const known = [
  'Mod+Enter',
  'Mod+Shift+Enter',
  'Mod+K',
  'Mod+S',
  'Shift+Alt+F',
  'Alt+1',
  'Alt+2',
  'F8',
  'Shift+F8',
  '?',
];

const shortcutOf = (pressed: KeyPress, place: Place, apple: boolean) =>
  known.find((keys) => isShortcut(keys, pressed, place, apple)) ?? null;

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it('knows the page’s keys on both kinds of keyboard', () => {
  expect(shortcutOf(press('Enter', { ctrlKey: true }), 'text', false)).toBe('Mod+Enter');
  expect(shortcutOf(press('Enter', { metaKey: true }), 'text', true)).toBe('Mod+Enter');
  expect(shortcutOf(press('Enter', { ctrlKey: true }), 'text', true)).toBeNull();
  expect(shortcutOf(press('Enter', { ctrlKey: true, shiftKey: true }), 'text', false)).toBe(
    'Mod+Shift+Enter',
  );
  expect(shortcutOf(press('¡', { altKey: true, code: 'Digit1' }), 'text', true)).toBe('Alt+1');
  expect(shortcutOf(press('F8', { shiftKey: true }), 'text', false)).toBe('Shift+F8');
});

it('leaves a terminal its keys, but for running and leaving', () => {
  expect(shortcutOf(press('k', { ctrlKey: true }), 'terminal', false)).toBeNull();
  expect(shortcutOf(press('s', { ctrlKey: true }), 'terminal', false)).toBeNull();
  expect(shortcutOf(press('k', { metaKey: true }), 'terminal', true)).toBe('Mod+K');
  expect(shortcutOf(press('Enter', { ctrlKey: true }), 'terminal', false)).toBe('Mod+Enter');
  expect(shortcutOf(press('F8'), 'terminal', false)).toBe('F8');
  expect(shortcutOf(press('2', { altKey: true, code: 'Digit2' }), 'terminal', false)).toBe('Alt+2');
});

it('lets one type a question mark', () => {
  expect(shortcutOf(press('?', { shiftKey: true }), 'text', false)).toBeNull();
  expect(shortcutOf(press('?', { shiftKey: true }), 'page', false)).toBe('?');
});

it('takes a letter with Alt by its place, and leaves it to a terminal', () => {
  const format = press('ƒ', { altKey: true, shiftKey: true, code: 'KeyF' });
  expect(shortcutOf(format, 'text', true)).toBe('Shift+Alt+F');
  expect(shortcutOf(format, 'terminal', true)).toBeNull();
});

it('takes only what is held as it is named', () => {
  expect(shortcutOf(press('Enter'), 'text', false)).toBeNull();
  expect(shortcutOf(press('k', { ctrlKey: true, shiftKey: true }), 'text', false)).toBeNull();
  expect(shortcutOf(press('k', { ctrlKey: true, metaKey: true }), 'text', false)).toBeNull();
  expect(shortcutOf(press('F8', { ctrlKey: true }), 'page', false)).toBeNull();
  expect(shortcutOf(press('?', { ctrlKey: true, shiftKey: true }), 'page', false)).toBeNull();
});
