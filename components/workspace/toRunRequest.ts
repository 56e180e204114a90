import { type RunRequest, runRequest } from '../../protocol/project.ts';
import { fail, ok, type Result } from '../../protocol/result.ts';
import type { WorkspaceData } from './workspaceState.ts';

/** What Run sends of a workspace, or, in words, why the server would not take it. */
export function toRunRequest({
  files,
  sql,
  postgres,
  pgrx,
  starter,
}: Pick<WorkspaceData, 'files' | 'sql' | 'postgres' | 'pgrx' | 'starter'>): Result<RunRequest, string> {
  const { lock } = starter;
  const parsed = runRequest.safeParse({
    files,
    sql,
    ...(postgres !== null && { postgres }),
    ...(pgrx !== null && { pgrx }),
    ...(lock !== undefined && { lock }),
  });
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues[0]?.message ?? 'These files can’t be run.');
}
