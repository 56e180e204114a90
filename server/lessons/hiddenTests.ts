import type { LessonCheck } from '../../lessons/parseChecks.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { rustTests } from '../../protocol/rust/rustTests.ts';

/** One `#[pg_test]` of a check. `error` is the message with which it must fail, where it must. */
export interface HiddenTest {
  name: string;
  error: string | null;
}

const libraryPath = 'src/lib.rs';
const schema = 'lesson_checks';

/** The tests that some Rust has, in its order. */
export function hiddenTests(rust: string): HiddenTest[] {
  const tests = rustTests({ [libraryPath]: rust }).filter(({ kind }) => kind === 'pg_test');
  return tests.map(({ fn, error }) => ({ name: fn, error }));
}

/** The Rust that all checks together add to a library. */
export function hiddenRust(checks: readonly LessonCheck[]): string {
  const parts = checks.flatMap(({ parts }) => parts.filter((part) => part.kind === 'rust'));
  return parts.map(({ text }) => text).join('\n\n');
}

/** The files with hidden Rust behind the library's own, in a module and a schema of its own. */
export function withHiddenRust(files: ProjectFiles, rust: string): ProjectFiles {
  const module = `#[pgrx::pg_schema]\n#[allow(unused_imports)]\nmod ${schema} {\nuse super::*;\nuse pgrx::prelude::*;\n${rust}\n}`;
  return { ...files, [libraryPath]: `${files[libraryPath] ?? ''}\n\n${module}\n` };
}

/** What calls a hidden test; what it does to the database is taken back. */
export function hiddenTestSql(name: string): string {
  return `BEGIN;\nSELECT ${schema}."${name}"();\nROLLBACK;`;
}
