'use client';
import { useMemo } from 'react';
import type { Feature } from '../page/feature.ts';
import { LogPane } from '../page/LogPane.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { buildLogOf } from '../session/state/runParts.ts';

/** What cargo and rustc said. */
export const buildLog: Feature = {
  id: 'buildLog',
  tabs: [{ id: 'buildLog', name: 'Build log', Content: BuildLogTab, useText: useBuildLog }],
};

function BuildLogTab() {
  const buildLog = useBuildLog();
  return <LogPane text={buildLog} empty="Output from cargo and rustc appears here during a run." />;
}

/** What they said during the last run. */
function useBuildLog(): string {
  const events = useSession((state) => state.current?.events);
  return useMemo(() => buildLogOf(events ?? []), [events]);
}
