import type { ProjectFiles } from './project.ts';

/** What every pgrx crate begins with, which tells nothing of this one. */
const usual = /^\s*(use pgrx::\S*;|(::)?pgrx::pg_module_magic!\(.*\);|pg_module_magic!\(.*\);)?\s*$/;

/** The first lines of a project that tell it from others: of its library, without what each of them begins with. */
export function firstLines({ files }: { files: ProjectFiles }, count: number): string {
  const lines = (files['src/lib.rs'] ?? Object.values(files)[0] ?? '').split(/\r\n?|\n/);
  const begin = lines.findIndex((line) => !usual.test(line));
  return lines
    .slice(Math.max(0, begin), Math.max(0, begin) + count)
    .join('\n')
    .trimEnd();
}
