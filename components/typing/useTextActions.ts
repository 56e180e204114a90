import { useMemo } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Action } from '../page/action.ts';
import { useLayout } from '../page/layoutStore.ts';
import { showTool } from '../page/showTool.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import type { SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { formatFiles } from './formatFiles.ts';
import { lintFiles } from './lintFiles.ts';
import { useTyping } from './typingStore.ts';

/** What can be done with the text of the files. */
export function useTextActions(): Action[] {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useMemo(() => textActions(workspace, session), [workspace, session]);
}

function textActions(workspace: WorkspaceStore, session: StoreApi<SessionState>): Action[] {
  const group = 'Files';
  return [
    {
      id: 'format',
      name: 'Format Rust files',
      keys: 'Shift+Alt+F',
      group,
      perform: () => void formatFiles(workspace, session),
    },
    {
      id: 'lint',
      name: 'Lint Rust files with Clippy',
      group,
      perform: () => {
        showTool('problems', 'tool-content');
        void lintFiles(workspace, session);
      },
    },
    {
      id: 'formatOnSave',
      name: 'Toggle format on save and share',
      group,
      perform: () => {
        const formatOnSave = !useLayout.getState().formatOnSave;
        useLayout.setState({ formatOnSave });
        useTyping.setState({ note: `Format on save and share is ${formatOnSave ? 'on' : 'off'}` });
      },
    },
  ];
}
