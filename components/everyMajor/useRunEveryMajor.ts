import { useCallback } from 'react';
import { showTool } from '../page/showTool.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { runEveryMajor, useEveryMajor } from './everyMajorStore.ts';

/** Runs what is on the screen on every installed Postgres, and shows it. The session's own container is left alone. */
export function useRunEveryMajor(): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useCallback(() => {
    showTool('everyMajor', 'tool-content');
    const answer = toRunRequest(workspace.getState());
    if (!answer.ok) return useEveryMajor.setState({ problem: answer.error });
    const { versions, session: id } = session.getState();
    void runEveryMajor(answer.value, versions?.postgres ?? [], id);
  }, [workspace, session]);
}
