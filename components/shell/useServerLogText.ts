import { useMemo } from 'react';
import { useServerLog } from '../serverLog/serverLogStore.ts';
import { serverLogOf } from '../session/runParts.ts';
import { useSession } from '../session/SessionProvider.tsx';

/** What Postgres logs, after what it said where it did not start for the last run: its log began anew after that. */
export function useServerLogText(): string {
  const events = useSession((state) => state.current?.events);
  const failed = useMemo(() => serverLogOf(events ?? []), [events]);
  const live = useServerLog((state) => state.text);
  if (failed === '') return live;
  return `Postgres did not start for the last run. Its log:\n${failed.trimEnd()}\n\nLog after starting without those settings:\n${live}`;
}
