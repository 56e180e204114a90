'use client';
import { useCallback } from 'react';
import { BuildLogPane } from '../buildLog/BuildLogPane.tsx';
import { ServerLogPane } from '../serverLog/ServerLogPane.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useBuildLog } from './useBuildLog.ts';
import { useReveal } from './useReveal.ts';
import { useServerLogText } from './useServerLogText.ts';

/** What cargo and rustc said, in the bottom panel. */
export function BuildLogTab() {
  const buildLog = useBuildLog();
  return <TextTab text={buildLog} empty="Output from cargo and rustc appears here during a run." />;
}

/** What Postgres logs, in the bottom panel. */
export function ServerLogTab() {
  const text = useServerLogText();
  return (
    <ServerLogPane>
      <TextTab text={text} empty="No log output yet." />
    </ServerLogPane>
  );
}

function TextTab({ text, empty }: { text: string; empty: string }) {
  const files = useWorkspace((state) => state.files);
  const reveal = useReveal();
  const isFile = useCallback((path: string) => path in files, [files]);
  return <BuildLogPane text={text} empty={empty} isFile={isFile} onReveal={reveal} />;
}
