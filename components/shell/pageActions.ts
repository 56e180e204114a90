import type { StarterEntry } from '../../protocol/starter.ts';
import type { Action } from '../palette/action.ts';
import type { SessionState } from '../session/sessionState.ts';
import type { WorkspaceState } from '../workspace/workspaceState.ts';
import { focusPane } from './focusPane.ts';
import { focusTool } from './focusTool.ts';
import { useLayout } from './layoutStore.ts';
import { lessonPanes, panes } from './panes.ts';
import { toolTabs } from './toolTabs.tsx';

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
          { id: 'runEveryMajor', name: 'Run on all Postgres versions', group, perform: everyMajor.run },
          {
            id: 'loadElsewhere',
            name: 'Load this library into another Postgres',
            group,
            perform: everyMajor.loadElsewhere,
          },
        ] as const)
      : []),
    ...(running ? [{ id: 'cancel', name: 'Cancel run', group, perform: cancel } as const] : []),
    ...(container === 'none'
      ? []
      : ([
          { id: 'resetDatabase', name: 'Reset database', group, perform: resetDatabase },
          { id: 'keepAwake', name: 'Keep container awake', group, perform: keepAwake },
          { id: 'endSession', name: 'Stop container', group, perform: endSession },
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
    { id: 'caretSql', name: 'Show generated SQL for current line', group, perform: showSqlOfCaret },
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
            name: starter.link === undefined ? 'Reset to starter' : 'Reset to shared version',
            group,
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

/** The projects to begin with. */
export function starterActions(
  starters: readonly StarterEntry[],
  beginWith: (starter: StarterEntry) => void,
): Action[] {
  return starters.map((starter) => ({
    id: `starter-${starter.name}`,
    name: `Open starter: ${starter.title}`,
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
      name: 'Toggle file list',
      group,
      perform: () => useLayout.setState(({ filesShown }) => ({ filesShown: !filesShown })),
    },
    {
      id: 'toggleTools',
      name: 'Toggle panel',
      group,
      perform: () =>
        useLayout.setState(({ toolsOpen }) => ({ toolsOpen: !toolsOpen, toolsMaximised: false })),
    },
    { id: 'theme-light', name: 'Use light theme', group, perform: () => setTheme('light') },
    { id: 'theme-dark', name: 'Use dark theme', group, perform: () => setTheme('dark') },
    { id: 'theme-system', name: 'Use system theme', group, perform: () => setTheme('system') },
  ];
}
