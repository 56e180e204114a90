import { useCallback } from 'react';
import { useLesson } from '../lessons/LessonProvider.tsx';
import { takeToPlayground } from '../lessons/takeToPlayground.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';

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
