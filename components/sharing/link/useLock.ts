import { useCallback } from 'react';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { lockOf } from './lockOf.ts';
import { useShared } from './SharedProvider.tsx';

/** Gives the lock file with which whatever is built of the page's project is built: a link's own. */
export function useLock(): () => { lock?: string } {
  const workspace = useWorkspaceStore();
  const shared = useShared();
  return useCallback(() => lockOf(shared, workspace.getState().starter), [shared, workspace]);
}
