import type { ProjectFiles } from './project.ts';

/** What every pgrx crate begins with, which tells nothing of this one. */
const usual = /^(?:use pgrx::\S*;|(?:::)?pgrx::pg_module_magic!\(.*\);|pg_module_magic!\(.*\);)?$/;

/** What tells something stands at the beginning of a file: in the first 500 lines or so. */
const looked = 32 * 1024;

/** The first lines of a project that tell it from others: of its library, without what each of them begins with. */
export function firstLines({ files }: { files: ProjectFiles }, count: number): string {
  const text = files['src/lib.rs'] ?? Object.values(files)[0] ?? '';
  const lines = text.slice(0, looked).split(/\r\n?|\n/);
  const begin = lines.findIndex((line) => !usual.test(line.trim()));
  return lines
    .slice(Math.max(0, begin), Math.max(0, begin) + count)
    .join('\n')
    .trimEnd();
}
