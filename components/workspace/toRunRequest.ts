import { type RunRequest, runRequest } from '../../protocol/project.ts';
import type { WorkspaceData } from './workspaceState.ts';

export type RunRequestAnswer = { request: RunRequest } | { problem: string };

/** What Run sends of a workspace, or, in words, why the server would not take it. */
export function toRunRequest({
  files,
  sql,
  postgres,
  starter,
}: Pick<WorkspaceData, 'files' | 'sql' | 'postgres' | 'starter'>): RunRequestAnswer {
  const { lock } = starter;
  const parsed = runRequest.safeParse({
    files,
    sql,
    ...(postgres !== null && { postgres }),
    ...(lock !== undefined && { lock }),
  });
  if (parsed.success) return { request: parsed.data };
  return { problem: parsed.error.issues[0]?.message ?? 'The files cannot be run as they are.' };
}
