import type { ProjectFiles } from '../../protocol/project.ts';
import { type DiffLine, lineDiff } from '../ui/text/lineDiff.ts';

/** What becomes of one file. */
export interface FileChange {
  path: string;
  kind: 'changed' | 'added' | 'deleted';
  /** Null where there is too much of it to be shown. */
  lines: DiffLine[] | null;
}

/** What differs between a project and what it would become, by file. */
export function fileChanges(before: ProjectFiles, after: ProjectFiles): FileChange[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].flatMap((path) => {
    if (before[path] === after[path]) return [];
    const kind = !(path in before) ? 'added' : !(path in after) ? 'deleted' : 'changed';
    return { path, kind, lines: lineDiff(before[path] ?? '', after[path] ?? '') };
  });
}
