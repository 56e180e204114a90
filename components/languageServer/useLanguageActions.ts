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
        {
          id: 'language',
          name: 'Turn off completion (rust-analyzer)',
          group,
          inMenu: true,
          perform: () => want(false),
        },
        { id: 'languageAgain', name: 'Restart rust-analyzer', group, perform: start },
      ];
    const name = 'Turn on completion (rust-analyzer, on the server)';
    return [{ id: 'language', name, group, inMenu: true, perform: () => want(true) }];
  }, [want, start, wanted, onPhone]);
}
