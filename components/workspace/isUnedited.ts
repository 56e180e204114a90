import type { WorkspaceData } from './workspaceState.ts';

/** Whether the texts are those that the workspace began with. Which file is open is nobody's work. */
export function isUnedited({ files, sql, title, postgres, starter }: WorkspaceData): boolean {
  const begun = starter.files;
  const paths = Object.keys(files);
  return (
    sql === starter.sql &&
    title === (starter.title ?? '') &&
    (postgres === null || postgres === starter.postgres) &&
    (files === begun ||
      (paths.length === Object.keys(begun).length && paths.every((path) => files[path] === begun[path])))
  );
}
