import { useCallback, useMemo } from 'react';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { createPage, type Page } from './createPage.ts';

/** What every feature of the page can do with the rest of it. */
export function usePage(): Page {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const paths = useWorkspace((state) => Object.keys(state.files).join('\n'));
  const page = useMemo(() => createPage(workspace, session), [workspace, session]);
  // Another `isFile` where there are other files, so that what asks it is drawn anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the paths are what it answers for
  const isFile = useCallback((path: string) => page.isFile(path), [page, paths]);
  return useMemo(() => ({ ...page, isFile }), [page, isFile]);
}
