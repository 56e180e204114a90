import { useMemo } from 'react';
import { buildLogOf } from '../session/runParts.ts';
import { useSession } from '../session/SessionProvider.tsx';

/** What cargo and rustc said during the last run. */
export function useBuildLog(): string {
  const events = useSession((state) => state.current?.events);
  return useMemo(() => buildLogOf(events ?? []), [events]);
}
