import { useMemo } from 'react';
import { buildLogOf, serverLogOf } from '../session/runParts.ts';
import { useSession } from '../session/SessionProvider.tsx';

/** What the last run wrote into logs. */
export function useToolTexts(): { buildLog: string; serverLog: string } {
  const current = useSession((state) => state.current?.events);
  return useMemo(
    () => ({
      buildLog: buildLogOf(current ?? []),
      serverLog: serverLogOf(current ?? []),
    }),
    [current],
  );
}
