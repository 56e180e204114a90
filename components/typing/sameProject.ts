import type { RunRequest } from '../../protocol/project.ts';

/** Whether both are the same files for the same Postgres; `of` may leave some out. */
export function sameProject(
  a: RunRequest | null | undefined,
  b: RunRequest,
  of: (path: string) => boolean = () => true,
): boolean {
  if (!a || a.postgres !== b.postgres) return false;
  const paths = new Set([...Object.keys(a.files), ...Object.keys(b.files)]);
  return [...paths].every((path) => !of(path) || a.files[path] === b.files[path]);
}
