import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { useIsLesson } from '../page/lessonPage.tsx';
import { type UpgradeCommands, useUpgradeCommands } from './useUpgradeCommands.ts';

/** What can be done about the extension's version: on the playground, since a lesson's is its own. */
export function useUpgradeActions(): Action[] {
  const commands = useUpgradeCommands();
  const isLesson = useIsLesson();
  return useMemo(() => (isLesson ? [] : upgradeActions(commands)), [commands, isLesson]);
}

/** Only what would do something now. */
function upgradeActions({ next, from, version, bump, draft, update }: UpgradeCommands): Action[] {
  const group = 'Run';
  return [
    { id: 'update', name: 'Update the extension', group, perform: update },
    ...(next ? [{ id: 'bump', name: `Bump the version to ${next}`, group, perform: bump } as const] : []),
    ...(from && version
      ? [
          {
            id: 'draftUpgrade',
            name: `Draft upgrade script ${from.version} → ${version.version}`,
            group,
            perform: draft,
          } as const,
        ]
      : []),
  ];
}
