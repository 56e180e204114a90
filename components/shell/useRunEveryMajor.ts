import { useCallback } from 'react';
import { runEveryMajor, useEveryMajor } from '../everyMajor/everyMajorStore.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { focusTool } from './focusTool.ts';
import { useLock } from './useLock.ts';

/** Runs what is on the screen on every installed Postgres, and shows it. The session's own container is left alone. */
export function useRunEveryMajor(): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const lock = useLock();
  return useCallback(() => {
    focusTool('everyMajor');
    const answer = toRunRequest(workspace.getState());
    if ('problem' in answer) return useEveryMajor.setState({ problem: answer.problem });
    const { versions, session: id } = session.getState();
    const request = { ...answer.request, ...lock() };
    void runEveryMajor(request, versions?.postgres ?? [], id);
  }, [workspace, session, lock]);
}
