import { useMemo } from 'react';
import { useLanguageServer, useLanguageState } from '../languageServer/LanguageProvider.tsx';
import type { Action } from '../palette/action.ts';

/** Switches the language server on or off; what it costs is said beforehand. */
export function useLanguageAction(): Action {
  const { want } = useLanguageServer();
  const wanted = useLanguageState((state) => state.wanted);
  return useMemo(
    () => ({
      id: 'language',
      name: wanted
        ? 'Switch rust-analyzer off'
        : 'Switch rust-analyzer on (0.4 to 1.3 GB): completion, hover, definitions',
      group: 'View',
      perform: () => want(!wanted),
    }),
    [want, wanted],
  );
}
