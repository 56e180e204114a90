import type { Action } from '../page/action.ts';
import type { UpgradeCommands } from './useUpgradeCommands.ts';

/** What can be done about the extension's version. Only what would do something now. */
export function upgradeActions({ next, from, version, bump, draft, update }: UpgradeCommands): Action[] {
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
