'use client';
import { ConnectionsProvider } from '../connections/ConnectionsProvider.tsx';
import { LanguageProvider } from '../languageServer/LanguageProvider.tsx';
import { type Session, SessionProvider } from '../session/SessionProvider.tsx';
import { Shell } from './Shell.tsx';

/** The page over a session, with what it has open there beside runs. */
export function SessionShell({ session }: { session: Session }) {
  return (
    <SessionProvider session={session}>
      <ConnectionsProvider>
        <LanguageProvider>
          <Shell />
        </LanguageProvider>
      </ConnectionsProvider>
    </SessionProvider>
  );
}
