'use client';
import type { Feature } from '../page/feature.ts';
import { onPlayground } from '../page/lessonPage.tsx';
import { StarterNote } from './StarterNote.tsx';
import { StartersMenu } from './StartersMenu.tsx';
import { useStarterActions } from './useStarterActions.ts';

/** Small extensions to begin with. */
export const starters: Feature = {
  id: 'starters',
  parts: { top: onPlayground(StartersMenu), status: onPlayground(StarterNote) },
  useActions: useStarterActions,
};
