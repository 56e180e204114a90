import { z } from 'zod';
import { twinRequest } from './events/benchEvents.ts';
import { filePathProblem, filesProblem, tooManyFiles } from './filePath.ts';
import { lessonName } from './lessonName.ts';
import { limits } from './limits.ts';
import { countFirst, textUpTo } from './sizeFirst.ts';

const files = z.record(z.string(), textUpTo(limits.projectBytes)).superRefine((files, context) => {
  for (const path of Object.keys(files)) {
    const problem = filePathProblem(path);
    if (problem)
      context.addIssue({
        code: 'custom',
        path: [path.slice(0, limits.pathLength)],
        message: problem.message,
      });
  }
  const problem = filesProblem(files);
  if (problem) context.addIssue({ code: 'custom', message: problem.message });
});

/** With a Cargo.toml of its own, a project may have its crates in folders, or another root file. */
const runFiles = files.refine((given) => 'src/lib.rs' in given || 'Cargo.toml' in given, {
  message: 'src/lib.rs is missing: it is the crate’s root file.',
});

/** Paths inside the project, such as `src/lib.rs`, to the text of each file. */
export const projectFiles = countFirst(files, limits.files, tooManyFiles);

export type ProjectFiles = Record<string, string>;

export const sqlScript = z
  .string()
  // A code unit is a byte at the least, so that what is far too long need not be encoded to be measured.
  .refine(
    (sql) => sql.length <= limits.sqlBytes && new TextEncoder().encode(sql).byteLength <= limits.sqlBytes,
    { message: `The SQL is over ${limits.sqlBytes / 1024} KiB.`, abort: true },
  )
  .refine((sql) => !sql.includes('\0'), {
    message: 'The SQL contains a NUL character, which Postgres doesn’t accept.',
  });

/** The text of a Cargo.lock, for a project that brings none of its own. */
export const lockText = textUpTo(limits.projectBytes);

/** A release of pgrx, such as `0.18.1`. */
export const pgrxRelease = z
  .string()
  .regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}(?:-[\w.]{1,20})?$/, 'must be a version such as 0.18.1');

/** What to do with the files; the server refuses a mode that it has no steps for. */
export const runMode = z.enum([
  'run',
  'check',
  'lessonCheck',
  'resetDatabase',
  'restartPostgres',
  'package',
  'test',
  'regress',
  'bench',
  'prepare',
  'format',
  'lint',
  'loadElsewhere',
]);

/**
 * The body of `POST /api/v1/run`. Only `files["src/lib.rs"]` or `files["Cargo.toml"]` is required: the latter and the
 * control file are filled in from the starter crate where they are missing.
 */
export const runRequest = z.object({
  postgres: z.int().min(10).max(99).optional(),
  /** The release of pgrx for a project whose Cargo.toml asks for none that the server has. */
  pgrx: pgrxRelease.optional(),
  files: countFirst(runFiles, limits.files, tooManyFiles),
  sql: sqlScript.default(''),
  mode: runMode.default('run'),
  /** Whether the mode `run` takes an older version of the extension to this one by its upgrade scripts; else it makes it anew. */
  update: z.boolean().optional(),
  /** The Cargo.lock to build with where the project has none; the image's own is the usual one. */
  lock: lockText.optional(),
  /** The lesson whose checks the mode `lessonCheck` tries. */
  lesson: lessonName.optional(),
  /** Which tests, regression files or benchmarks to run, by name; all of them without it. */
  only: countFirst(
    z.array(textUpTo(limits.testNameLength)).max(limits.tests),
    limits.tests,
    (count) => `Too many names (${count}): a run can have at most ${limits.tests}.`,
  ).optional(),
  /** The Postgres for which the mode `loadElsewhere` builds the library that the server of `postgres` is to load. */
  libraryOf: z.int().min(10).max(99).optional(),
  /** What the mode `bench` compares, in place of the project's own benchmarks. */
  twin: twinRequest.optional(),
});

/** The header by which a page says whose run `POST /api/v1/run` is to count for; its value is the session's id. */
export const sessionHeader = 'x-playground-session';

/** The header of its answer that names the run: by this id, the server's log has how it went. */
export const runHeader = 'x-playground-run';

export type RunMode = z.infer<typeof runMode>;
export type RunRequest = z.infer<typeof runRequest>;
