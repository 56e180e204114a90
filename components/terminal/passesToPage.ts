/** The keys of a key press that decide what it is for. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Whether a key is the page's even while the terminal has the focus: Ctrl/Cmd+Enter, F8, and Alt+1…6, which is the way
 * out of a terminal that needs Tab for itself.
 */
export function passesToPage({ key, code, ctrlKey, metaKey, altKey }: Press): boolean {
  if ((ctrlKey || metaKey) && key === 'Enter') return true;
  if (key === 'F8') return true;
  return altKey && !ctrlKey && !metaKey && /^Digit[1-6]$/.test(code);
}

/** A terminal's keys for the clipboard: Ctrl+C alone is psql's. */
export function clipboardKey({ code, ctrlKey, shiftKey, altKey }: Press): 'copy' | 'paste' | null {
  if (!ctrlKey || !shiftKey || altKey) return null;
  if (code === 'KeyC') return 'copy';
  return code === 'KeyV' ? 'paste' : null;
}
