'use client';
import { useCallback } from 'react';
import { BuildLogPane } from '../page/LogPane.tsx';
import { useReveal } from '../page/useReveal.ts';
import { ServerLogPane } from '../serverLog/ServerLogPane.tsx';
import { useServerLogText } from '../serverLog/useServerLogText.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useBuildLog } from './useBuildLog.ts';

/** What cargo and rustc said, in the bottom panel. */
export function BuildLogTab() {
  const buildLog = useBuildLog();
  return <TextTab text={buildLog} empty="What cargo and rustc say during a run appears here." />;
}

/** What Postgres logs, in the bottom panel. */
export function ServerLogTab() {
  const text = useServerLogText();
  return (
    <ServerLogPane>
      <TextTab text={text} empty="Postgres has logged nothing yet." />
    </ServerLogPane>
  );
}

function TextTab({ text, empty }: { text: string; empty: string }) {
  const files = useWorkspace((state) => state.files);
  const reveal = useReveal();
  const isFile = useCallback((path: string) => path in files, [files]);
  return <BuildLogPane text={text} empty={empty} isFile={isFile} onReveal={reveal} />;
}
