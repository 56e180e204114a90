import { useCallback } from 'react';
import { showTool } from '../page/showTool.ts';
import { usePgrxChoice } from '../page/usePgrxChoice.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { loadElsewhere, useElsewhere } from './elsewhereStore.ts';
import { libraryPair } from './libraryPair.ts';

/** Builds what is on the screen for one Postgres and loads it in another's server, and shows how that refuses it. */
export function useLoadElsewhere(): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const pgrx = usePgrxChoice();
  return useCallback(() => {
    showTool('everyMajor', 'tool-content');
    const content = workspace.getState();
    const majors = pgrx?.versions.postgres.map(({ major }) => major) ?? [];
    const pair = libraryPair(majors, content.postgres, useElsewhere.getState().picked);
    if (!pair) return;
    const answer = toRunRequest(content);
    if (!answer.ok) return useElsewhere.setState({ problem: answer.error });
    void loadElsewhere(answer.value, pair, session.getState().session);
  }, [workspace, session, pgrx]);
}
