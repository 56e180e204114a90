const apples: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };
const others: Record<string, string> = { Mod: 'Ctrl', Enter: '↵' };

/** `Mod+Enter` as it is written on the computer's keyboard: `⌘↵` on Apple's, `Ctrl ↵` elsewhere. */
export function keyNames(keys: string, apple: boolean): string {
  const names = keys.split('+').map((key) => (apple ? apples : others)[key] ?? key);
  return names.join(apple ? '' : ' ');
}
