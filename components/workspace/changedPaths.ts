import type { ProjectFiles } from '../../protocol/project.ts';

/** The files that are new or have other text than in `base`, such as the files of the last run. */
export function changedPaths(files: ProjectFiles, base: ProjectFiles): Set<string> {
  return new Set(Object.keys(files).filter((path) => files[path] !== base[path]));
}
