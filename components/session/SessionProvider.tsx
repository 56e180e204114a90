'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { TerminalName } from '../../protocol/messages/clientMessage.ts';
import type { SessionChannel } from './sessionChannel.ts';
import type { SessionState } from './state/sessionState.ts';
import type { TerminalChannel } from './terminal/terminalChannel.ts';

/** A session as the page's parts see it: what can be read and done, and the terminal's own way. */
export interface Session {
  store: StoreApi<SessionState>;
  terminals: Readonly<Record<TerminalName, TerminalChannel>>;
  channel: SessionChannel;
}

const SessionContext = createContext<Session | null>(null);

/** Gives a session to all below it. `usePageSession` makes the real one; a test gives its own. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

function useSessionContext(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** A part of the session's state; the component renders again when that part changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useSessionContext().store, select);
}

/** The store itself, for what happens outside of a render. */
export function useSessionStore(): StoreApi<SessionState> {
  return useSessionContext().store;
}

export function useTerminalChannel(terminal: TerminalName): TerminalChannel {
  return useSessionContext().terminals[terminal];
}

/** The wire itself, for a feature whose messages the store does not keep. */
export function useSessionChannel(): SessionChannel {
  return useSessionContext().channel;
}
