import { useCallback } from 'react';
import { scriptDocument } from '../workspace/documents.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { useLayout } from './layoutStore.ts';

/** Goes to a place in a file or in the script, which a phone must first show. */
export function useReveal(): (document: string, line: number, column: number) => void {
  const workspace = useWorkspaceStore();
  return useCallback(
    (document, line, column) => {
      useLayout.setState({ phonePane: document === scriptDocument ? 'sql' : 'code', toolsMaximised: false });
      workspace.getState().revealAt(document, line, column);
    },
    [workspace],
  );
}
