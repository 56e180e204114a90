/** The keys of a key press that decide what it is for. */
type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** A terminal's keys for the clipboard: Ctrl+C alone is psql's. */
export function clipboardKey({ code, ctrlKey, shiftKey, altKey }: Press): 'copy' | 'paste' | null {
  if (!ctrlKey || !shiftKey || altKey) return null;
  if (code === 'KeyC') return 'copy';
  return code === 'KeyV' ? 'paste' : null;
}
