'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { RunRecord } from '../../session/state/sessionState.ts';
import type { SharedLink } from './sharedLink.ts';

/** The link whose page this is, and its recorded run. */
export interface Shared {
  link: SharedLink;
  recorded: RunRecord | null;
}

const SharedContext = createContext<Shared | null>(null);

export function SharedProvider({ shared, children }: { shared: Shared | null; children: ReactNode }) {
  return <SharedContext value={shared}>{children}</SharedContext>;
}

/** The link whose page this is; null on every other page. */
export function useShared(): Shared | null {
  return useContext(SharedContext);
}
