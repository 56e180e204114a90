import type { RunRequest } from '../../../protocol/project.ts';
import type { WorkspaceContent } from '../../workspace/workspaceState.ts';

type Texts = Pick<WorkspaceContent, 'files' | 'sql' | 'postgres'>;

/** Whether both are the same files, the same script, and the same Postgres, where null is the server's default. */
export function sameContent(one: Texts, other: Texts, defaultPostgres: number | null): boolean {
  const paths = Object.keys(one.files);
  return (
    one.sql === other.sql &&
    (one.postgres ?? defaultPostgres) === (other.postgres ?? defaultPostgres) &&
    paths.length === Object.keys(other.files).length &&
    paths.every((path) => one.files[path] === other.files[path])
  );
}

/** What a run was of. */
export function contentOfRun({ files, sql, postgres }: RunRequest): Texts {
  return { files, sql, postgres: postgres ?? null };
}
