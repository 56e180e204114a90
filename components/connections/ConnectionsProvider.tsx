'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useSessionChannel } from '../session/SessionProvider.tsx';
import { type Connections, type ConnectionsState, createConnections } from './createConnections.ts';

const ConnectionsContext = createContext<Connections | null>(null);

/** Keeps the session's connections for all below it, whether their pane is shown or not. */
export function ConnectionsProvider({ children }: { children: ReactNode }) {
  const channel = useSessionChannel();
  const [connections] = useState(() => createConnections(channel));
  useEffect(() => connections.follow(), [connections]);
  return <ConnectionsContext value={connections}>{children}</ConnectionsContext>;
}

export function useConnections(): Connections {
  const connections = useContext(ConnectionsContext);
  if (!connections) throw new Error('useConnections needs a ConnectionsProvider above it');
  return connections;
}

export function useConnectionsState<T>(select: (state: ConnectionsState) => T): T {
  return useStore(useConnections().store, select);
}
