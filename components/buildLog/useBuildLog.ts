import { useMemo } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { buildLogOf } from '../session/state/runParts.ts';

/** What cargo and rustc said during the last run. */
export function useBuildLog(): string {
  const events = useSession((state) => state.current?.events);
  return useMemo(() => buildLogOf(events ?? []), [events]);
}
