import type { RunRequest } from '../../protocol/project.ts';
import { sameFiles } from '../workspace/sameProject.ts';
import type { WorkspaceState } from '../workspace/workspaceState.ts';

/**
 * What is another now than in a run: paths of files, `script.sql` for the script, and the Postgres version. Nothing where
 * the project is the one that was run, and where nobody knows what was run.
 */
export function changedSince(
  request: RunRequest | null,
  { files, sql, postgres }: Pick<WorkspaceState, 'files' | 'sql' | 'postgres'>,
  defaultPostgres: number | null,
): string[] {
  if (!request) return [];
  const paths = sameFiles(request.files, files)
    ? []
    : [...new Set([...Object.keys(request.files), ...Object.keys(files)])].filter(
        (path) => request.files[path] !== files[path],
      );
  const isOther = (request.postgres ?? defaultPostgres) !== (postgres ?? defaultPostgres);
  return [
    ...paths,
    ...(request.sql === sql ? [] : ['script.sql']),
    ...(isOther ? ['the Postgres version'] : []),
  ];
}

/** So many are named. */
const named = 3;

/** Such a list in words: `src/lib.rs and script.sql`, `a, b, c and 4 more`. */
export function changesText(changed: readonly string[]): string {
  const more = changed.length - named;
  const all = more > 0 ? [...changed.slice(0, named), `${more} more`] : changed;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
