import type { StoreApi } from 'zustand/vanilla';
import type { Action } from '../palette/action.ts';
import type { SessionState } from '../session/sessionState.ts';
import { formatFiles } from '../typing/formatFiles.ts';
import { lintFiles } from '../typing/lintFiles.ts';
import { useTyping } from '../typing/typingStore.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { focusTool } from './focusTool.ts';
import { useLayout } from './layoutStore.ts';

/** What can be done with the text of the files. */
export function textActions(workspace: WorkspaceStore, session: StoreApi<SessionState>): Action[] {
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
        focusTool('problems');
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

/** What comes before a save, where the person wishes it so. What cannot be formatted is saved as it is. */
export function formatFirst(workspace: WorkspaceStore, session: StoreApi<SessionState>): () => Promise<void> {
  return async () => {
    if (useLayout.getState().formatOnSave) await formatFiles(workspace, session);
  };
}
