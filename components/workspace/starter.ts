import type { ProjectFiles } from '../../protocol/project.ts';

/** What a new draft begins with. */
export interface Starter {
  files: ProjectFiles;
  sql: string;
}
