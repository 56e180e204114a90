import { sameFiles } from './sameProject.ts';
import type { WorkspaceData } from './workspaceState.ts';

/** Whether the texts are those that the workspace began with. Which file is open is nobody's work. */
export function isUnedited({ files, sql, title, postgres, starter }: WorkspaceData): boolean {
  return (
    sql === starter.sql &&
    title === (starter.title ?? '') &&
    (postgres === null || postgres === starter.postgres) &&
    sameFiles(files, starter.files)
  );
}
