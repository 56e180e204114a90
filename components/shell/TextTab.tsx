'use client';
import { useCallback } from 'react';
import { BuildLogPane } from '../buildLog/BuildLogPane.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useReveal } from './useReveal.ts';
import { useToolTexts } from './useToolTexts.ts';

/** What cargo and rustc said, in the bottom panel. */
export function BuildLogTab() {
  const { buildLog } = useToolTexts();
  return <TextTab text={buildLog} empty="What cargo and rustc say during a run appears here." />;
}

/** What Postgres logged, in the bottom panel. */
export function ServerLogTab() {
  const { serverLog } = useToolTexts();
  return <TextTab text={serverLog} empty="Postgres logged nothing during the last run." />;
}

function TextTab({ text, empty }: { text: string; empty: string }) {
  const files = useWorkspace((state) => state.files);
  const reveal = useReveal();
  const isFile = useCallback((path: string) => path in files, [files]);
  return <BuildLogPane text={text} empty={empty} isFile={isFile} onReveal={reveal} />;
}
