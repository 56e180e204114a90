import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import type { Action } from '../../page/action.ts';
import { useFeatures } from '../../page/FeaturesProvider.tsx';
import { focusPane } from '../../page/focusPane.ts';
import { useLayout } from '../../page/layoutStore.ts';
import { useIsLesson } from '../../page/lessonPage.tsx';
import { lessonPanes, panes } from '../../page/panes.ts';
import { showTool } from '../../page/showTool.ts';

/** The ways to the page's parts: its panes by their numbers, and the tabs of the bottom panel. */
export function useGoActions(): Action[] {
  const features = useFeatures();
  const isLesson = useIsLesson();
  return useMemo(() => {
    return [
      ...(isLesson ? lessonPanes : panes).map(({ id, name }, index) => ({
        id: `pane-${id}`,
        name,
        keys: `Alt+${index + 1}`,
        group: 'Go to' as const,
        perform: () => focusPane(id),
      })),
      ...features
        .flatMap(({ tabs = [] }) => tabs)
        .filter(({ id }) => id !== 'psql')
        .map(({ id, name }) => ({
          id: `tool-${id}`,
          name,
          group: 'Go to' as const,
          perform: () => showTool(id, 'tool-content'),
        })),
    ];
  }, [features, isLesson]);
}

/** How the page looks, and what of it is shown. */
export function useViewActions(): Action[] {
  const { setTheme } = useTheme();
  return useMemo(() => {
    const group = 'View';
    return [
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
      {
        id: 'theme-system',
        name: 'Use system theme',
        group,
        inMenu: true,
        perform: () => setTheme('system'),
      },
    ];
  }, [setTheme]);
}
