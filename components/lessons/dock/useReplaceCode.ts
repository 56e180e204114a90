import { useCallback } from 'react';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { useLesson } from '../LessonProvider.tsx';
import { useDock } from './dockStore.ts';

/** Puts the lesson's start or solution in the place of the learner's code, which can be undone. */
export function useReplaceCode(): (by: 'solution' | 'reset') => void {
  const workspace = useWorkspaceStore();
  const lesson = useLesson();
  return useCallback(
    (by) => {
      if (!lesson) return;
      const { files, sql } = by === 'solution' ? lesson.solution : lesson.start;
      workspace.getState().reset({ files, sql, title: lesson.title });
      useDock.setState({ asking: null, solutionShown: false, replaced: by });
    },
    [workspace, lesson],
  );
}
