import { sameFiles } from './sameProject.ts';
import type { WorkspaceData } from './workspaceState.ts';

/** Whether the texts are those that the workspace began with. Which file is open is nobody's work. */
export function isUnedited({ files, sql, title, postgres, pgrx, starter }: WorkspaceData): boolean {
  return (
    sql === starter.sql &&
    title === (starter.title ?? '') &&
    (postgres === null || postgres === starter.postgres) &&
    (pgrx === null || pgrx === starter.pgrx) &&
    sameFiles(files, starter.files)
  );
}
