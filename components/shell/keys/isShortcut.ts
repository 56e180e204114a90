interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether a key press is the shortcut that an action names (`Mod+Enter`). A terminal keeps the keys that programs in it
 * know, and one can still run and leave from there; a text field keeps what types.
 */
export function isShortcut(
  keys: string,
  press: KeyPress,
  place: 'terminal' | 'text' | 'page',
  apple: boolean,
): boolean {
  const held = keys.split('+');
  const key = held.pop() ?? '';
  const [mod, other] = apple ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other || mod !== held.includes('Mod') || press.altKey !== held.includes('Alt')) return false;
  // A sign such as `?` types, and which keys give it is the keyboard's own business.
  if (!/^(?:[A-Z0-9]|\w\w+)$/.test(key)) return held.length === 0 && place === 'page' && press.key === key;
  if (press.shiftKey !== held.includes('Shift')) return false;
  const isLetter = /^[A-Z]$/.test(key);
  // Ctrl or Alt with a letter is readline's and the terminal's own; Apple's command key is nobody's there.
  if (place === 'terminal' && isLetter && !(apple && mod)) return false;
  // With Alt the key's place, since Option with a letter or a digit types something else on Apple's keyboards.
  if (press.altKey && key.length === 1) return press.code === `${isLetter ? 'Key' : 'Digit'}${key}`;
  return press.key.toLowerCase() === key.toLowerCase();
}
