interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The page's shortcut that a key press is, as actions name it (`Mod+Enter`), or null. A terminal keeps the keys that
 * programs in it know, and one can still run and leave from there; a text field keeps what types.
 */
export function shortcutOf(
  press: KeyPress,
  place: 'terminal' | 'text' | 'page',
  apple: boolean,
): string | null {
  const mod = apple ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  const bare = !press.ctrlKey && !press.metaKey && !press.altKey;
  if (mod && !press.altKey && press.shiftKey && press.key === 'Enter') return 'Mod+Shift+Enter';
  if (mod && !press.altKey && !press.shiftKey) {
    if (press.key === 'Enter') return 'Mod+Enter';
    // Ctrl+K and Ctrl+S are readline's and the terminal's own; Apple's command key is nobody's there.
    if (place !== 'terminal' || apple) {
      if (press.key.toLowerCase() === 'k') return 'Mod+K';
      if (press.key.toLowerCase() === 's') return 'Mod+S';
    }
  }
  if (press.altKey && !press.ctrlKey && !press.metaKey && !press.shiftKey) {
    // The key's place, since Option with a digit types something else on Apple's keyboards.
    const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
    if (digit) return `Alt+${digit}`;
  }
  // The key's place here as well: Option with a letter types another one.
  if (press.altKey && press.shiftKey && !press.ctrlKey && !press.metaKey && press.code === 'KeyF')
    return place === 'terminal' ? null : 'Shift+Alt+F';
  if (bare && press.key === 'F8') return press.shiftKey ? 'Shift+F8' : 'F8';
  if (bare && press.key === '?' && place === 'page') return '?';
  return null;
}
