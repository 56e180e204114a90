'use client';
import type { Feature } from '../page/feature.ts';
import { UpgradeTab } from './UpgradeTab.tsx';
import { useRememberVersions } from './useRememberVersions.ts';
import { useUpgradeActions } from './useUpgradeActions.ts';

/** From one version of the extension to the next. */
export const upgrade: Feature = {
  id: 'upgrade',
  tabs: [{ id: 'upgrade', name: 'Upgrade', Content: UpgradeTab }],
  useActions: useUpgradeActions,
  useBackground: useRememberVersions,
};
