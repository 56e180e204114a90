import type { WorkspaceContent } from './workspaceState.ts';

/** Whether two contents are the same work, whichever file is open. */
export function sameTexts(one: WorkspaceContent, other: WorkspaceContent): boolean {
  const text = ({ files, sql, postgres, title }: WorkspaceContent) =>
    JSON.stringify([Object.entries(files).sort(), sql, postgres, title]);
  return text(one) === text(other);
}
