'use client';
import { useEffect, useState } from 'react';
import { browserStorage } from '../browser/browserStorage.ts';
import { createSession } from './createSession.ts';
import type { Session } from './SessionProvider.tsx';
import { SessionMemory } from './sessionMemory.ts';
import { browserWorld } from './socket/browserWorld.ts';
import { sessionUrl } from './socket/sessionUrl.ts';
import type { RunRecord } from './state/sessionState.ts';

/**
 * The page's session: connected once the tab's name is known (it is null before), and let go of when the page goes.
 * The session at the server then goes on for its idle time, and a reload resumes it. `recorded` is shown from the first.
 * Of a session that several pages of a tab share, each shows the runs of its own `place`.
 */
export function usePageSession(
  tab: string | null,
  recorded: RunRecord | null,
  place: string | null = null,
): Session {
  const [session] = useState(() => createSession(browserWorld, recorded));
  useEffect(() => {
    if (tab === null) return;
    const ending = new AbortController();
    const stop = session.start(
      sessionUrl(location),
      new SessionMemory(browserStorage('session'), tab, place),
    );
    for (const change of ['online', 'offline'])
      addEventListener(change, () => session.networkChanged(), { signal: ending.signal });
    return () => {
      ending.abort();
      stop();
    };
  }, [session, tab, place]);
  return session;
}
