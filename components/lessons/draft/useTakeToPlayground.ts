import { useCallback } from 'react';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { useLesson } from '../LessonProvider.tsx';
import { takeToPlayground } from './takeToPlayground.ts';

/** Goes on with the lesson's code on the playground, in a draft of its own. */
export function useTakeToPlayground(): () => void {
  const lesson = useLesson();
  const workspace = useWorkspaceStore();
  return useCallback(() => {
    if (!lesson) return;
    const problem = takeToPlayground(workspace.getState(), lesson);
    if (problem) workspace.setState({ draftProblem: problem });
    else location.assign('/');
  }, [lesson, workspace]);
}
