import type { ProjectFiles } from '../../../protocol/project.ts';

/** The files that a lesson begins with and that are gone, or have nothing in them. */
export function lostFiles(start: ProjectFiles, now: ProjectFiles): string[] {
  return Object.keys(start).filter((path) => start[path]?.trim() && !now[path]?.trim());
}
