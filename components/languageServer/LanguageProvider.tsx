'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useOnPhone } from '../browser/useOnPhone.ts';
import { useSessionChannel } from '../session/SessionProvider.tsx';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { createLanguage, type Language } from './createLanguage.ts';
import type { LanguageState } from './languageState.ts';

const LanguageContext = createContext<Language | null>(null);

/** Keeps the session's language server for all below it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const channel = useSessionChannel();
  const workspace = useWorkspaceStore();
  const [language] = useState(() =>
    createLanguage(channel, {
      files: () => workspace.getState().files,
      subscribe: (listener) =>
        workspace.subscribe((now, before) => {
          if (now.files !== before.files) listener();
        }),
    }),
  );
  const onPhone = useOnPhone();
  // A text area has no use for it, and another page may have the seat.
  useEffect(() => (onPhone ? undefined : language.follow()), [language, onPhone]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguageServer(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguageServer needs a LanguageProvider above it');
  return language;
}

export function useLanguageState<T>(select: (state: LanguageState) => T): T {
  return useStore(useLanguageServer().store, select);
}
