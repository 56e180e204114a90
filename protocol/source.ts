import { z } from 'zod';
import { projectFiles, sqlScript } from './project.ts';
import { textUpTo } from './sizeFirst.ts';

/** A file of a listed source: the source's name, and a path below it of plain names. */
export const sourceFile = textUpTo(200).regex(/^[a-z0-9-]{1,40}(\/(?!\.)[A-Za-z0-9._-]+)+\.(rs|sql)$/, {
  error: 'Must be a listed name followed by the path of a .rs or .sql file, such as docs/adding.rs.',
});

/** The answer of `GET /api/v1/sources`: the library or the script that a file is. */
export const sourceAnswer = z.object({
  /** The file's own address. */
  address: z.string(),
  title: z.string(),
  files: projectFiles,
  sql: sqlScript,
});

export type SourceAnswer = z.infer<typeof sourceAnswer>;
