import type { ProjectFiles } from '../../protocol/project.ts';

/** A project, as a workspace has it, a request sends it, or a link keeps it. */
export interface ProjectTexts {
  files: ProjectFiles;
  sql: string;
  /** Absent or null is the server's default. */
  postgres?: number | null | undefined;
  /** As it was chosen; what a Cargo.toml asks for is in the files. */
  pgrx?: string | null | undefined;
}

/** Whether both are the same files with the same texts; where `of` leaves some out, apart from those. */
export function sameFiles(
  one: ProjectFiles,
  other: ProjectFiles,
  of: (path: string) => boolean = () => true,
): boolean {
  if (one === other) return true;
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].every((path) => !of(path) || one[path] === other[path]);
}

/** Whether a build of both gives the same: the same files, for the same Postgres and pgrx. */
export function sameBuild(
  one: Omit<ProjectTexts, 'sql'>,
  other: Omit<ProjectTexts, 'sql'>,
  of?: (path: string) => boolean,
): boolean {
  return (
    (one.postgres ?? null) === (other.postgres ?? null) &&
    (one.pgrx ?? null) === (other.pgrx ?? null) &&
    sameFiles(one.files, other.files, of)
  );
}

/** Whether both are the same files and the same script, for the same Postgres and pgrx. */
export function sameProject(
  one: ProjectTexts,
  other: ProjectTexts,
  defaultPostgres: number | null = null,
): boolean {
  return (
    one.sql === other.sql &&
    (one.postgres ?? defaultPostgres) === (other.postgres ?? defaultPostgres) &&
    (one.pgrx ?? null) === (other.pgrx ?? null) &&
    sameFiles(one.files, other.files)
  );
}
