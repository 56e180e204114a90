import { useCallback } from 'react';
import type { RunMode } from '../../protocol/project.ts';
import { useLesson } from '../lessons/LessonProvider.tsx';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { useLayout } from './layoutStore.ts';

/** Runs what is on the screen, in this mode; with `update` an older version of the extension is updated. While a run is on, it does nothing: Cancel is a thing of its own. */
export function useRun(mode: RunMode = 'run', update = false): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const lesson = useLesson()?.name;
  return useCallback(() => {
    if (isRunning(session.getState())) return;
    const answer = toRunRequest(workspace.getState());
    const runProblem = 'problem' in answer ? answer.problem : null;
    const isCheck = mode === 'lessonCheck';
    // What a check says stands below the lesson's text.
    useLayout.setState({ phonePane: isCheck && runProblem === null ? 'lesson' : 'results', runProblem });
    if (!('request' in answer)) return;
    session
      .getState()
      .run({ ...answer.request, mode, ...(update && { update }), ...(isCheck ? { lesson } : {}) });
  }, [workspace, session, lesson, mode, update]);
}
