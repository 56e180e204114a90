import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { focusPane } from '../page/focusPane.ts';
import { useIsLesson } from '../page/lessonPage.tsx';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import type { WorkspaceState } from '../workspace/workspaceState.ts';

/** What can be done with the project as a whole, and the way to each file. */
export function useFileActions(): Action[] {
  const workspace = useWorkspaceStore();
  const paths = useWorkspace((state) => Object.keys(state.files).join('\n'));
  const wasReset = useWorkspace((state) => state.beforeReset !== null);
  const starter = useWorkspace((state) => state.starter);
  const isLesson = useIsLesson();
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the store these parts matter
  return useMemo(
    () => fileActions(paths.split('\n'), workspace.getState(), isLesson),
    [workspace, paths, wasReset, starter, isLesson],
  );
}

function fileActions(paths: readonly string[], workspace: WorkspaceState, isLesson: boolean): Action[] {
  const group = 'Files';
  const { open, reset, undoReset, beforeReset, starter } = workspace;
  return [
    ...paths.map((path) => ({
      id: `open-${path}`,
      name: `Open ${path}`,
      group: 'Files' as const,
      perform: () => {
        open(path);
        focusPane('code');
      },
    })),
    ...(isLesson
      ? []
      : [
          {
            id: 'reset',
            name: starter.link === undefined ? 'Reset to starter' : 'Reset to shared version',
            group,
            inMenu: true,
            perform: () => reset(),
          } as const,
        ]),
    ...(beforeReset
      ? [
          {
            id: 'undoReset',
            name: 'Undo reset',
            group,
            perform: undoReset,
          } as const,
        ]
      : []),
  ];
}
