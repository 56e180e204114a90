import type { ProjectFiles } from './project.ts';

/** What makes two snippets, or a snippet and a run, the same. */
export interface Content {
  postgres: number;
  files: ProjectFiles;
  sql: string;
}

/**
 * The one text for a content: JSON with the files in the order of their paths' UTF-16 code units. The texts themselves are
 * left as they are, to the byte: to a compiler, and to Postgres, all of it can matter.
 */
export function canonicalContent({ postgres, files, sql }: Content): string {
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return JSON.stringify([postgres, sorted, sql]);
}
