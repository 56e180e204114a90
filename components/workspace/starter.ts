import type { ProjectFiles } from '../../protocol/project.ts';

/** What a new draft begins with. */
export interface Starter {
  files: ProjectFiles;
  sql: string;
  /** What the project is called while nobody has given it another name. */
  title?: string;
  /** The Postgres that it is to begin with, where that matters. */
  postgres?: number;
  /** The pgrx that it is to begin with, where that is not the default. */
  pgrx?: string;
  /** It came from an archive or from files of the person's own. */
  imported?: boolean;
  /** The link that it was shared under. */
  link?: string;
  /** The Cargo.lock that it is built with, where that is not the image's. */
  lock?: string;
}
