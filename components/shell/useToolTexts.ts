import { useMemo } from 'react';
import { buildLogOf, extensionOf, serverLogOf } from '../session/runParts.ts';
import { useSession } from '../session/SessionProvider.tsx';

/** The texts of the bottom panel. Generated SQL stays that of the last run which had any. */
export function useToolTexts(): { buildLog: string; generatedSql: string; serverLog: string } {
  const current = useSession((state) => state.current?.events);
  const previous = useSession((state) => state.previous?.events);
  return useMemo(
    () => ({
      buildLog: buildLogOf(current ?? []),
      generatedSql: (extensionOf(current ?? []) ?? extensionOf(previous ?? []))?.sql ?? '',
      serverLog: serverLogOf(current ?? []),
    }),
    [current, previous],
  );
}
