import { type RunRequest, runRequest } from '../../protocol/project.ts';
import type { WorkspaceContent } from './workspaceState.ts';

export type RunRequestAnswer = { request: RunRequest } | { problem: string };

/** What Run sends of a workspace, or, in words, why the server would not take it. */
export function toRunRequest({
  files,
  sql,
  postgres,
}: Pick<WorkspaceContent, 'files' | 'sql' | 'postgres'>): RunRequestAnswer {
  const parsed = runRequest.safeParse({ files, sql, ...(postgres === null ? {} : { postgres }) });
  if (parsed.success) return { request: parsed.data };
  return { problem: parsed.error.issues[0]?.message ?? 'These files can’t be run.' };
}
