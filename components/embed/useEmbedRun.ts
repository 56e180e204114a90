'use client';
import { useEffect, useState } from 'react';
import { usePage } from '../page/usePage.ts';
import { whyNotConnected } from '../session/offlineRefusal.ts';
import { useSession, useSessionStore } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';

export interface EmbedRun {
  run(): void;
  /** Between a press of Run and the run, while there is no connection yet. */
  connecting: boolean;
  giveUp(): void;
  /** Why nothing was sent, or what keeps the connection. */
  problem: string | null;
}

/** Run of an embedded snippet: the first one connects, and begins as soon as the server is there. */
export function useEmbedRun(connect: () => void): EmbedRun {
  const { runProject } = usePage();
  const session = useSessionStore();
  const connection = useSession((state) => state.connection);
  const refusal = useSession((state) => state.refusal);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    if (!wanted || connection.state !== 'open') return;
    setWanted(false);
    runProject();
  }, [wanted, connection, runProject]);

  const trouble = wanted && !['closed', 'connecting', 'open'].includes(connection.state);
  return {
    run() {
      if (isRunning(session.getState())) return;
      connect();
      setWanted(true);
    },
    connecting: wanted,
    giveUp: () => setWanted(false),
    problem: trouble ? whyNotConnected(connection) : (refusal?.message ?? null),
  };
}
