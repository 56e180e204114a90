import { useEffect, useMemo } from 'react';
import { lessonDrafts } from '../workspace/DraftShelf.ts';
import { followDraft } from '../workspace/followDraft.ts';
import type { TabClaim } from '../workspace/tabClaim.ts';
import { useKeptDraft } from '../workspace/useKeptDraft.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import type { LessonView } from './lessonView.ts';

/** Keeps the lesson's code in this browser, under the lesson's name; two tabs of one lesson show the same. */
export function useLessonDraft({ key }: LessonView): void {
  const store = useWorkspaceStore();
  useKeptDraft(
    useMemo((): TabClaim => ({ id: key, from: 'own', copyOf: null }), [key]),
    lessonDrafts,
  );
  useEffect(() => followDraft(store, lessonDrafts, key), [store, key]);
}
