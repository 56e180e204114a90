'use client';
import { useEffect, useState } from 'react';
import { useOnPhone } from '../../browser/useOnPhone.ts';
import type { MonacoPane } from './MonacoPane.tsx';
import type { Monaco } from './monaco.ts';

interface LoadedMonaco {
  monaco: Monaco;
  Pane: typeof MonacoPane;
}

/**
 * Monaco, and the pane that shows it with all that it offers, once they have loaded; null before, on the server, and on a
 * phone, which never asks for them.
 */
export function useMonaco(): LoadedMonaco | null {
  const onPhone = useOnPhone();
  const [loaded, setLoaded] = useState<LoadedMonaco | null>(null);
  useEffect(() => {
    if (onPhone) return;
    let gone = false;
    Promise.all([import('./monaco.ts'), import('./MonacoPane.tsx')]).then(
      ([{ monaco }, { MonacoPane: Pane }]) => {
        if (!gone) setLoaded({ monaco, Pane });
      },
      // Not loaded, because the network is away or the server has a newer page: the text area edits as well.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [onPhone]);
  return onPhone ? null : loaded;
}
