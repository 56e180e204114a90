import { useEffect, useMemo } from 'react';
import { lessonDrafts } from '../../workspace/draft/DraftShelf.ts';
import { followDraft } from '../../workspace/draft/followDraft.ts';
import type { TabClaim } from '../../workspace/draft/tabClaim.ts';
import { useKeptDraft } from '../../workspace/draft/useKeptDraft.ts';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import type { LessonView } from '../lessonView.ts';

/** Keeps the lesson's code in this browser, under the lesson's name; two tabs of one lesson show the same. */
export function useLessonDraft({ key }: LessonView): void {
  const store = useWorkspaceStore();
  useKeptDraft(
    useMemo((): TabClaim => ({ id: key, from: 'own', copyOf: null }), [key]),
    lessonDrafts,
  );
  useEffect(() => followDraft(store, lessonDrafts, key), [store, key]);
}
