import { useMemo } from 'react';
import { useOnPhone } from '../browser/useOnPhone.ts';
import type { Action } from '../page/action.ts';
import { useLanguageServer, useLanguageState } from './LanguageProvider.tsx';

/**
 * Switches the language server on or off, and starts it again; what it costs is said beforehand. On a phone there is no
 * editor for it.
 */
export function useLanguageActions(): Action[] {
  const { want, start } = useLanguageServer();
  const onPhone = useOnPhone();
  const wanted = useLanguageState((state) => state.wanted);
  return useMemo(() => {
    if (onPhone) return [];
    const group = 'View';
    if (wanted)
      return [
        { id: 'language', name: 'Switch rust-analyzer off', group, inMenu: true, perform: () => want(false) },
        { id: 'languageAgain', name: 'Start rust-analyzer again', group, perform: start },
      ];
    const name = 'Switch rust-analyzer on (0.4 to 1.3 GB): completion, hover, definitions';
    return [{ id: 'language', name, group, inMenu: true, perform: () => want(true) }];
  }, [want, start, wanted, onPhone]);
}
