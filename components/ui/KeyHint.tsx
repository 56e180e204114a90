'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** The keys of a shortcut, as this computer names them. `keys` is such as `Mod+Enter`. */
export function KeyHint({ keys, className = '' }: { keys: string; className?: string }) {
  const apple = useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  );
  return (
    <kbd className={`whitespace-nowrap font-sans text-faint text-small ${className}`}>
      {keyNames(keys, apple)}
    </kbd>
  );
}

const apples: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };
const others: Record<string, string> = { Mod: 'Ctrl', Enter: '↵' };

/** `Mod+Enter` as it is written on the computer's keyboard: `⌘↵` on Apple's, `Ctrl ↵` elsewhere. */
function keyNames(keys: string, apple: boolean): string {
  const names = keys.split('+').map((key) => (apple ? apples : others)[key] ?? key);
  return names.join(apple ? '' : ' ');
}
