import type { StarterEntry } from '../../protocol/starter.ts';
import type { Action } from '../page/action.ts';
import { focusPane } from '../page/focusPane.ts';
import { focusTool } from '../page/focusTool.ts';
import { useLayout } from '../page/layoutStore.ts';
import { lessonPanes, panes } from '../page/panes.ts';
import type { SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceState } from '../workspace/workspaceState.ts';
import { toolTabs } from './tools/toolTabs.tsx';

/** What a run and its container can be told. Only what would do something now. */
export function runActions(
  run: () => void,
  everyMajor: { run: () => void; loadElsewhere: () => void },
  resetDatabase: () => void,
  session: SessionState,
  running: boolean,
): Action[] {
  const group = 'Run';
  const { cancel, keepAwake, endSession, container } = session;
  return [
    { id: 'run', name: 'Run', keys: 'Mod+Enter', group, perform: run },
    ...((session.versions?.postgres.length ?? 0) > 1
      ? ([
          { id: 'runEveryMajor', name: 'Run on every Postgres', group, perform: everyMajor.run },
          {
            id: 'loadElsewhere',
            name: 'Load one Postgres’s library elsewhere',
            group,
            perform: everyMajor.loadElsewhere,
          },
        ] as const)
      : []),
    ...(running ? [{ id: 'cancel', name: 'Cancel the run', group, perform: cancel } as const] : []),
    ...(container === 'none'
      ? []
      : ([
          { id: 'resetDatabase', name: 'Reset the database', group, perform: resetDatabase },
          { id: 'keepAwake', name: 'Keep the container awake', group, perform: keepAwake },
          { id: 'endSession', name: 'Give the container up', group, perform: endSession },
        ] as const)),
  ];
}

/** The ways to the page's parts and to what is wrong. */
export function goActions(
  nextProblem: (direction: 1 | -1) => void,
  showSqlOfCaret: () => void,
  isLesson: boolean,
): Action[] {
  const group = 'Go to';
  return [
    ...(isLesson ? lessonPanes : panes).map(({ id, name }, index) => ({
      id: `pane-${id}`,
      name,
      keys: `Alt+${index + 1}`,
      group: 'Go to' as const,
      perform: () => focusPane(id),
    })),
    ...toolTabs
      .filter(({ id }) => id !== 'psql')
      .map(({ id, name }) => ({
        id: `tool-${id}`,
        name,
        group: 'Go to' as const,
        perform: () => focusTool(id),
      })),
    { id: 'nextProblem', name: 'Next problem', keys: 'F8', group, perform: () => nextProblem(1) },
    {
      id: 'previousProblem',
      name: 'Previous problem',
      keys: 'Shift+F8',
      group,
      perform: () => nextProblem(-1),
    },
    { id: 'learn', name: 'Learn: courses and lessons', group, perform: () => location.assign('/learn') },
    { id: 'caretSql', name: 'Generated SQL of the line you are in', group, perform: showSqlOfCaret },
  ];
}

/** What can be done with the project as a whole, and the way to each file. */
export function fileActions(
  paths: readonly string[],
  workspace: WorkspaceState,
  isLesson: boolean,
): Action[] {
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
            name: starter.link === undefined ? 'Begin again with the starter' : 'Back to what was shared',
            group,
            perform: () => reset(),
          } as const,
        ]),
    ...(beforeReset
      ? [
          {
            id: 'undoReset',
            name: isLesson ? 'Undo: back to my code' : 'Back to what was there before the starter',
            group,
            perform: undoReset,
          } as const,
        ]
      : []),
  ];
}

/** The projects to begin with. */
export function starterActions(
  starters: readonly StarterEntry[],
  beginWith: (starter: StarterEntry) => void,
): Action[] {
  return starters.map((starter) => ({
    id: `starter-${starter.name}`,
    name: `Begin with “${starter.title}”`,
    group: 'Starters',
    perform: () => beginWith(starter),
  }));
}

/** How the page looks, and what opens over it. */
export function viewActions(setTheme: (theme: string) => void): Action[] {
  const group = 'View';
  const show = (dialog: 'palette' | 'shortcuts') => () => useLayout.setState({ dialog });
  return [
    { id: 'palette', name: 'Commands', keys: 'Mod+K', group, perform: show('palette') },
    { id: 'shortcuts', name: 'Keyboard shortcuts', keys: '?', group, perform: show('shortcuts') },
    {
      id: 'toggleFiles',
      name: 'Show or hide the file list',
      group,
      perform: () => useLayout.setState(({ filesShown }) => ({ filesShown: !filesShown })),
    },
    {
      id: 'toggleTools',
      name: 'Show or hide problems and logs',
      group,
      perform: () =>
        useLayout.setState(({ toolsOpen }) => ({ toolsOpen: !toolsOpen, toolsMaximised: false })),
    },
    { id: 'theme-light', name: 'Light', group, perform: () => setTheme('light') },
    { id: 'theme-dark', name: 'Dark', group, perform: () => setTheme('dark') },
    { id: 'theme-system', name: 'Light or dark as the system', group, perform: () => setTheme('system') },
  ];
}
