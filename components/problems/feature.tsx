'use client';
import type { Feature } from '../page/feature.ts';
import { ProblemsTab } from './ProblemsTab.tsx';
import { useProblemActions } from './useProblemActions.ts';
import { useProblems } from './useProblems.ts';

/** What a run or a check has found wrong. */
export const problems: Feature = {
  id: 'problems',
  tabs: [{ id: 'problems', name: 'Problems', Content: ProblemsTab, useCount: () => useProblems().length }],
  useActions: useProblemActions,
};
