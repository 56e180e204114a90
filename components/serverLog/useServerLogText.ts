import { useMemo } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { serverLogOf } from '../session/state/runParts.ts';
import { useServerLog } from './serverLogStore.ts';

/** What Postgres logs, after what it said where it did not start for the last run: its log began anew after that. */
export function useServerLogText(): string {
  const events = useSession((state) => state.current?.events);
  const failed = useMemo(() => serverLogOf(events ?? []), [events]);
  const live = useServerLog((state) => state.text);
  if (failed === '') return live;
  return `Postgres did not start for the last run, and said:\n${failed.trimEnd()}\n\nAfter it was started without:\n${live}`;
}
