import { useCallback } from 'react';
import { useLesson } from '../lessons/LessonProvider.tsx';
import { isRunning } from '../session/isRunning.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { useLayout } from './layoutStore.ts';

/** Tries the lesson's checks on what is on the screen; does nothing while a run is on, as Run does not. */
export function useCheck(): () => void {
  const lesson = useLesson()?.name;
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useCallback(() => {
    if (lesson === undefined || isRunning(session.getState())) return;
    const answer = toRunRequest(workspace.getState());
    if ('problem' in answer) return useLayout.setState({ phonePane: 'results', runProblem: answer.problem });
    useLayout.setState({ phonePane: 'lesson', runProblem: null });
    session.getState().run({ ...answer.request, mode: 'lessonCheck', lesson });
  }, [lesson, workspace, session]);
}
