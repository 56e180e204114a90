import { useCallback } from 'react';
import { showTool } from '../page/showTool.ts';
import { usePgrxChoice } from '../page/usePgrxChoice.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { runEveryMajor, useEveryMajor } from './everyMajorStore.ts';

/** Runs what is on the screen on every Postgres that is there with its pgrx, and shows it. The session's own container is left alone. */
export function useRunEveryMajor(): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const pgrx = usePgrxChoice();
  return useCallback(() => {
    showTool('everyMajor', 'tool-content');
    const answer = toRunRequest(workspace.getState());
    if (!answer.ok) return useEveryMajor.setState({ problem: answer.error });
    void runEveryMajor(answer.value, pgrx?.versions.postgres ?? [], session.getState().session);
  }, [workspace, session, pgrx]);
}
