'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Monaco } from './monaco.ts';

/** A small screen, or one that is worked with fingers: Monaco's makers say that it is not made for these. */
const phone = '(max-width: 640px), (hover: none) and (pointer: coarse)';

/** Monaco once it has loaded; null before, on the server, and on a phone, which never asks for it. */
export function useMonaco(): Monaco | null {
  const onPhone = useSyncExternalStore(
    subscribe,
    () => matchMedia(phone).matches,
    () => true,
  );
  const [monaco, setMonaco] = useState<Monaco | null>(null);
  useEffect(() => {
    if (onPhone) return;
    let gone = false;
    import('./monaco.ts').then(
      (module) => {
        if (!gone) setMonaco(module.monaco);
      },
      // Not loaded, because the network is away or the server has a newer page: the text area edits as well.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [onPhone]);
  return onPhone ? null : monaco;
}

function subscribe(changed: () => void): () => void {
  const list = matchMedia(phone);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
