import { useCallback } from 'react';
import type { RunMode } from '../../protocol/project.ts';
import { isRunning } from '../session/isRunning.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { lockOf } from '../sharing/lockOf.ts';
import { useShared } from '../sharing/SharedProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { useLayout } from './layoutStore.ts';

/** Runs what is on the screen, in this mode. While a run is on, it does nothing: Cancel is a thing of its own. */
export function useRun(mode: RunMode = 'run'): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const shared = useShared();
  return useCallback(() => {
    if (isRunning(session.getState())) return;
    const answer = toRunRequest(workspace.getState());
    useLayout.setState({ phonePane: 'results', runProblem: 'problem' in answer ? answer.problem : null });
    if (!('request' in answer)) return;
    session.getState().run({ ...answer.request, ...lockOf(shared, workspace.getState().starter), mode });
  }, [workspace, session, shared, mode]);
}
