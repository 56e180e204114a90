'use client';
import { useSyncExternalStore } from 'react';
import { keyNames } from './keyNames.ts';

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
