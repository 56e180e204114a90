import { limits } from '../../protocol/limits.ts';
import { maskRust } from '../../protocol/maskRust.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { RustTest } from '../../protocol/rustTests.ts';

/** As pgrx writes a function of the schema `tests` that takes and gives nothing. */
const generated =
  /^-- (src\/\S+\.rs):(\d{1,7})\n-- (\S+)\nCREATE\s+FUNCTION\s+"?tests"?\."(\w+)"\(\)\s+RETURNS\s+VOID\b/gim;

/**
 * The `#[pg_test]`s that a macro has made: functions of the generated SQL that no file has word for word. Their place is
 * that of the macro's call; with which error they must fail, only the macro knows.
 */
export function macroTests(files: ProjectFiles, sql: string, known: ReadonlySet<string>): RustTest[] {
  const masked = Object.entries(files).flatMap(([path, text]) =>
    path.endsWith('.rs') ? [maskRust(text)] : [],
  );
  const written = new Set(
    masked.flatMap((text) => [...text.matchAll(/\bfn\s+(\w+)/g)].map(([, fn = '']) => fn)),
  );
  const found: RustTest[] = [];
  for (const [, file = '', line, path = '', fn = ''] of sql.matchAll(generated)) {
    if (known.has(fn) || written.has(fn) || !(file in files)) continue;
    // What comes before the first `::` is the crate.
    const [, ...modules] = path.split('::').slice(0, -1);
    const module = modules.join('::');
    found.push({
      name: [...modules, fn].join('::'),
      module,
      fn,
      kind: 'pg_test',
      file,
      line: Math.max(1, Number(line)),
      ignored: false,
      error: null,
      shouldPanic: null,
    });
  }
  return found.slice(0, limits.tests);
}

/** What is to be known of tests that a macro makes, where one of its attributes turns a verdict round. */
export function macroNote(files: ProjectFiles, made: readonly RustTest[]): string[] {
  if (made.length === 0) return [];
  const rules = Object.values(files).flatMap((text) => text.match(/macro_rules![\s\S]*?\n\}/g) ?? []);
  if (!rules.some((text) => /pg_test\s*\(|should_panic|#\[ignore/.test(text))) return [];
  return [
    'A macro generates some of the #[pg_test] functions. They run, but an expected error or panic in their attributes is unknown here. Use cargo pgrx test in the shell for those.',
  ];
}
