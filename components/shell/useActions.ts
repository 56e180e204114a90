import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import type { Action } from '../palette/action.ts';
import { isRunning } from '../session/isRunning.ts';
import { useSession, useSessionStore } from '../session/SessionProvider.tsx';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { focusPane } from './focusPane.ts';
import { useLayout } from './layoutStore.ts';
import { panes } from './panes.ts';
import { useNextProblem } from './useNextProblem.ts';
import { useRun } from './useRun.ts';

/** All that can be done on the page, for the palette, the menu, the list of shortcuts and the keyboard. */
export function useActions(): Action[] {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const paths = useWorkspace((state) => Object.keys(state.files).join('\n'));
  const running = useSession(isRunning);
  const hasContainer = useSession((state) => state.container !== 'none');
  const canUndoReset = useWorkspace((state) => state.beforeReset !== null);
  const { setTheme } = useTheme();
  const run = useRun();
  const nextProblem = useNextProblem();
  return useMemo<Action[]>(
    () => [
      { id: 'run', name: 'Run', keys: 'Mod+Enter', group: 'Run', perform: run },
      ...(running
        ? [
            {
              id: 'cancel',
              name: 'Cancel the run',
              group: 'Run' as const,
              perform: () => session.getState().cancel(),
            },
          ]
        : []),
      ...(hasContainer ? containerActions(session) : []),
      ...panes.map(({ id, name }, index) => ({
        id: `pane-${id}`,
        name,
        keys: `Alt+${index + 1}`,
        group: 'Go to' as const,
        perform: () => focusPane(id),
      })),
      { id: 'nextProblem', name: 'Next problem', keys: 'F8', group: 'Go to', perform: () => nextProblem(1) },
      {
        id: 'previousProblem',
        name: 'Previous problem',
        keys: 'Shift+F8',
        group: 'Go to',
        perform: () => nextProblem(-1),
      },
      ...paths.split('\n').map((path) => ({
        id: `open-${path}`,
        name: `Open ${path}`,
        group: 'Files' as const,
        perform: () => {
          workspace.getState().open(path);
          focusPane('code');
        },
      })),
      {
        id: 'reset',
        name: 'Begin again with the starter',
        group: 'Files',
        perform: () => workspace.getState().reset(),
      },
      ...(canUndoReset
        ? [
            {
              id: 'undoReset',
              name: 'Back to what was there before the starter',
              group: 'Files' as const,
              perform: () => workspace.getState().undoReset(),
            },
          ]
        : []),
      {
        id: 'palette',
        name: 'Commands',
        keys: 'Mod+K',
        group: 'View',
        perform: () => useLayout.setState({ dialog: 'palette' }),
      },
      {
        id: 'shortcuts',
        name: 'Keyboard shortcuts',
        keys: '?',
        group: 'View',
        perform: () => useLayout.setState({ dialog: 'shortcuts' }),
      },
      {
        id: 'toggleFiles',
        name: 'Show or hide the file list',
        group: 'View',
        perform: () => useLayout.setState(({ filesShown }) => ({ filesShown: !filesShown })),
      },
      {
        id: 'toggleTools',
        name: 'Show or hide problems and logs',
        group: 'View',
        perform: () =>
          useLayout.setState(({ toolsOpen }) => ({ toolsOpen: !toolsOpen, toolsMaximised: false })),
      },
      { id: 'theme-light', name: 'Light', group: 'View', perform: () => setTheme('light') },
      { id: 'theme-dark', name: 'Dark', group: 'View', perform: () => setTheme('dark') },
      {
        id: 'theme-system',
        name: 'Light or dark as the system',
        group: 'View',
        perform: () => setTheme('system'),
      },
    ],
    [workspace, session, paths, canUndoReset, running, hasContainer, setTheme, run, nextProblem],
  );
}

function containerActions(session: ReturnType<typeof useSessionStore>): Action[] {
  return [
    {
      id: 'keepAwake',
      name: 'Keep the container awake',
      group: 'Run',
      perform: () => session.getState().keepAwake(),
    },
    {
      id: 'endSession',
      name: 'Give the container up',
      group: 'Run',
      perform: () => session.getState().endSession(),
    },
  ];
}
