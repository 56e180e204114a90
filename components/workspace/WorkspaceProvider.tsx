'use client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useStore } from 'zustand';
import { createWorkspaceStore, type WorkspaceStore } from './createWorkspaceStore.ts';
import type { Starter } from './starter.ts';
import type { WorkspaceState } from './workspaceState.ts';

const WorkspaceContext = createContext<WorkspaceStore | null>(null);

/** One workspace for all below it. A store per page, since the server renders pages of many people. */
export function WorkspaceProvider({ starter, children }: { starter: Starter; children: ReactNode }) {
  const [store] = useState(() => createWorkspaceStore(starter));
  return <WorkspaceContext value={store}>{children}</WorkspaceContext>;
}

/** The store itself, for what happens outside of a render. */
export function useWorkspaceStore(): WorkspaceStore {
  const store = useContext(WorkspaceContext);
  if (!store) throw new Error('useWorkspaceStore needs a WorkspaceProvider above it');
  return store;
}

/** A part of the workspace; the component renders again when that part changes. */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspaceStore(), select);
}
