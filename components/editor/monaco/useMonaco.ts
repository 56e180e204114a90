'use client';
import { useEffect, useState } from 'react';
import { useOnPhone } from '../../browser/useOnPhone.ts';
import type { Monaco } from './monaco.ts';

/** Monaco once it has loaded; null before, on the server, and on a phone, which never asks for it. */
export function useMonaco(): Monaco | null {
  const onPhone = useOnPhone();
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
