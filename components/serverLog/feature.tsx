'use client';
import { useMemo } from 'react';
import type { Feature } from '../page/feature.ts';
import { LogPane } from '../page/LogPane.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { failedStartLogOf } from '../session/state/runParts.ts';
import { ServerLogPane } from './ServerLogPane.tsx';
import { useServerLog } from './serverLogStore.ts';

/** What Postgres logs. */
export const serverLog: Feature = {
  id: 'serverLog',
  tabs: [
    {
      id: 'serverLog',
      name: 'Server log',
      Content: ServerLogTab,
      useText: useServerLogText,
    },
  ],
};

function ServerLogTab() {
  const text = useServerLogText();
  return (
    <ServerLogPane>
      <LogPane text={text} empty="No log output yet." />
    </ServerLogPane>
  );
}

/** What Postgres logs, after what it said where it did not start for the last run: its log began anew after that. */
function useServerLogText(): string {
  const events = useSession((state) => state.current?.events);
  const failed = useMemo(() => failedStartLogOf(events ?? []), [events]);
  const live = useServerLog((state) => state.text);
  if (failed === '') return live;
  return `Postgres did not start for the last run. Its log:\n${failed.trimEnd()}\n\nLog after starting without those settings:\n${live}`;
}
