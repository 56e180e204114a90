'use client';
import { useCallback } from 'react';
import { contentFragment } from '../sharing/address/contentLink.ts';
import { useShared } from '../sharing/link/SharedProvider.tsx';
import { isUnedited } from '../workspace/isUnedited.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';

/** The address at which the whole playground has what is here: its link, or one that holds what was edited. */
export function useWholeAddress(): () => string {
  const workspace = useWorkspaceStore();
  const shared = useShared();
  return useCallback(() => {
    const state = workspace.getState();
    if (shared && isUnedited(state)) return `/s/${shared.link.snippet.id}`;
    const { title, files, sql, postgres } = state;
    return `/#${contentFragment({ title, files, sql, ...(postgres === null ? {} : { postgres }) })}`;
  }, [workspace, shared]);
}
