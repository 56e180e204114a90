import { useCallback } from 'react';
import { runEveryMajor, useEveryMajor } from '../everyMajor/everyMajorStore.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { lockOf } from '../sharing/lockOf.ts';
import { useShared } from '../sharing/SharedProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { focusTool } from './focusTool.ts';

/** Runs what is on the screen on every installed Postgres, and shows it. The session's own container is left alone. */
export function useRunEveryMajor(): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const shared = useShared();
  return useCallback(() => {
    focusTool('everyMajor');
    const answer = toRunRequest(workspace.getState());
    if ('problem' in answer) return useEveryMajor.setState({ problem: answer.problem });
    const { versions, session: id } = session.getState();
    const request = { ...answer.request, ...lockOf(shared, workspace.getState().starter) };
    void runEveryMajor(request, versions?.postgres ?? [], id);
  }, [workspace, session, shared]);
}
