import { expect, it } from 'vitest';
import { sameCharacter } from './sameCharacter.ts';

/** The formatted text with `|` where the caret then is. */
function moved(before: string, now: string): string | null {
  const at = sameCharacter(before.replace('|', ''), now, before.indexOf('|'));
  return at === null ? null : `${now.slice(0, at)}|${now.slice(at)}`;
}

it('keeps the caret at its character', () => {
  expect(moved('fn  f( ){|g( )}', 'fn f() {\n    g()\n}\n')).toBe('fn f() {|\n    g()\n}\n');
  expect(moved('fn  f( ){g|( )}', 'fn f() {\n    g()\n}\n')).toBe('fn f() {\n    g|()\n}\n');
  expect(moved('|fn  f( ){}', 'fn f() {}')).toBe('|fn f() {}');
  expect(moved('let 🦀=1|;', 'let 🦀 = 1;')).toBe('let 🦀 = 1|;');
});

it('keeps it in its line among blanks', () => {
  expect(moved('a;\n  |b;\n', 'a;\n    b;\n')).toBe('a;\n    |b;\n');
  expect(moved('a;\n|\nb;', 'a;\n\nb;')).toBe('a;\n|\nb;');
  expect(moved('a;\n\n\n\n|b;', 'a;\n\nb;')).toBe('a;\n\n|b;');
  expect(moved('a;   |\nb;', 'a;\nb;')).toBe('a;|\nb;');
});

it('knows no place where more than blanks differs before it', () => {
  expect(moved('use b; use a;|', 'use a;\nuse b;')).toBeNull();
});
