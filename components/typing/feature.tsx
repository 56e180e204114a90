'use client';
import type { Feature } from '../page/feature.ts';
import { TypingStatus } from './TypingStatus.tsx';
import { useFollowTyping } from './useFollowTyping.ts';
import { useTextActions } from './useTextActions.ts';

/** What is done with the text beside runs: checked at each pause in typing, formatted, linted. */
export const typing: Feature = {
  id: 'typing',
  parts: { status: TypingStatus },
  useActions: useTextActions,
  useBackground: useFollowTyping,
};
