import type { StoreApi } from 'zustand/vanilla';
import type { Action } from '../page/action.ts';
import { focusTool } from '../page/focusTool.ts';
import { useLayout } from '../page/layoutStore.ts';
import type { SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { formatFiles } from './formatFiles.ts';
import { lintFiles } from './lintFiles.ts';
import { useTyping } from './typingStore.ts';

/** What can be done with the text of the files. */
export function textActions(workspace: WorkspaceStore, session: StoreApi<SessionState>): Action[] {
  const group = 'Files';
  return [
    {
      id: 'format',
      name: 'Format the Rust files',
      keys: 'Shift+Alt+F',
      group,
      perform: () => void formatFiles(workspace, session),
    },
    {
      id: 'lint',
      name: 'Lint the Rust files with Clippy',
      group,
      perform: () => {
        focusTool('problems');
        void lintFiles(workspace, session);
      },
    },
    {
      id: 'formatOnSave',
      name: 'Turn formatting at each save or share on or off',
      group,
      perform: () => {
        const formatOnSave = !useLayout.getState().formatOnSave;
        useLayout.setState({ formatOnSave });
        useTyping.setState({ note: `Formatting at each save or share is ${formatOnSave ? 'on' : 'off'}` });
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
