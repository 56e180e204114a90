'use client';
import { useEffect, useState } from 'react';
import { createSession, type PageSession } from '../session/createSession.ts';
import { SessionMemory } from '../session/sessionMemory.ts';
import { browserWorld } from '../session/socket/browserWorld.ts';
import { sessionUrl } from '../session/socket/sessionUrl.ts';
import type { RunRecord } from '../session/state/sessionState.ts';

export interface EmbedSession {
  session: PageSession;
  /** Connects, once. */
  connect(): void;
}

/**
 * The session of an embedded snippet. A page may have many of them that nobody runs: nothing is connected before `connect`.
 * Nothing of it is kept in the browser, and its container goes with the page.
 */
export function useEmbedSession(recorded: RunRecord | null): EmbedSession {
  const [session] = useState(() => createSession(browserWorld, recorded));
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const ending = new AbortController();
    const stop = session.start(sessionUrl(location), new SessionMemory(null, 'embed'));
    const leave = () => session.store.getState().endSession();
    addEventListener('pagehide', leave, { signal: ending.signal });
    for (const change of ['online', 'offline'])
      addEventListener(change, () => session.networkChanged(), { signal: ending.signal });
    return () => {
      ending.abort();
      stop();
    };
  }, [session, wanted]);
  return { session, connect: () => setWanted(true) };
}
