'use client';
import { useCallback } from 'react';
import { ObjectsPane } from '../objects/ObjectsPane.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useReveal } from './useReveal.ts';

/** The extension's objects, in the bottom panel. */
export function ObjectsTab() {
  const files = useWorkspace((state) => state.files);
  const isFile = useCallback((path: string) => path in files, [files]);
  return <ObjectsPane isFile={isFile} onReveal={useReveal()} />;
}
