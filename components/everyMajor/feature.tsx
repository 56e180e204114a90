'use client';
import type { Feature } from '../page/feature.ts';
import { EveryMajorTab } from './EveryMajorTab.tsx';
import { RunEveryMajorButton } from './RunEveryMajorButton.tsx';
import { useEveryMajorActions } from './useEveryMajorActions.ts';

/** One source on every Postgres, and one's library in another. */
export const everyMajor: Feature = {
  id: 'everyMajor',
  tabs: [{ id: 'everyMajor', name: 'All versions', Content: EveryMajorTab }],
  parts: { top: RunEveryMajorButton },
  useActions: useEveryMajorActions,
};
