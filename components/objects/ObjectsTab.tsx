'use client';
import { useCallback } from 'react';
import { useReveal } from '../page/useReveal.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { ObjectsPane } from './ObjectsPane.tsx';

/** The extension's objects, in the bottom panel. */
export function ObjectsTab() {
  const files = useWorkspace((state) => state.files);
  const isFile = useCallback((path: string) => path in files, [files]);
  return <ObjectsPane isFile={isFile} onReveal={useReveal()} />;
}
