import { defaultMajor } from '../../../protocol/versions.ts';
import type { SessionData } from '../../session/state/sessionState.ts';
import { sameProject } from '../../workspace/sameProject.ts';
import type { WorkspaceContent } from '../../workspace/workspaceState.ts';
import { recordedId } from '../link/recordedRun.ts';

/** The run whose result is kept when the workspace is shared as it is now, or why there is none. */
export type ResultToKeep =
  | { kind: 'run'; run: string; session: string }
  | { kind: 'none'; reason: 'notRun' | 'running' | 'changed' | 'unfinished' };

/**
 * The server keeps only what it has recorded of this very content, and says so; this tells it beforehand. A link's own
 * recorded run is no run of this session.
 */
export function resultToKeep(
  { current, session, versions }: Pick<SessionData, 'current' | 'session' | 'versions'>,
  workspace: WorkspaceContent,
): ResultToKeep {
  if (!current?.request || current.id === recordedId || session === null)
    return { kind: 'none', reason: 'notRun' };
  if (!current.done) return { kind: 'none', reason: 'running' };
  const { outcome } = current.done;
  if (outcome === 'cancelled' || outcome === 'unavailable') return { kind: 'none', reason: 'unfinished' };
  if (current.request.mode !== 'run' || !sameProject(current.request, workspace, defaultMajor(versions)))
    return { kind: 'none', reason: 'changed' };
  return { kind: 'run', run: current.id, session };
}
