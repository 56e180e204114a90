import { useCallback } from 'react';
import { useLayout } from '../page/layoutStore.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { formatFiles } from './formatFiles.ts';

/** What comes before a save, where the person wishes it so. What cannot be formatted is saved as it is. */
export function useFormatFirst(): () => Promise<void> {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useCallback(async () => {
    if (useLayout.getState().formatOnSave) await formatFiles(workspace, session);
  }, [workspace, session]);
}
