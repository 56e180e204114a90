import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { RustLexer } from '../../protocol/rust/RustLexer.ts';
import type { RustTest } from '../../protocol/rust/rustTests.ts';

/** As pgrx writes a function of the schema `tests` that takes and gives nothing. */
const generated =
  /^-- (src\/\S+\.rs):(\d{1,7})\n-- (\S+)\nCREATE\s+FUNCTION\s+"?tests"?\."(\w+)"\(\)\s+RETURNS\s+VOID\b/gim;

/**
 * The `#[pg_test]`s that a macro has made: functions of the generated SQL that no file has word for word. Their place is
 * that of the macro's call; with which error they must fail, only the macro knows.
 */
export function macroTests(files: ProjectFiles, sql: string, known: ReadonlySet<string>): RustTest[] {
  const written = functionNames(files);
  const found: RustTest[] = [];
  for (const [, file = '', line, path = '', fn = ''] of sql.matchAll(generated)) {
    if (found.length === limits.tests) break;
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
  return found;
}

/** The names of all functions that the sources have. */
function functionNames(files: ProjectFiles): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.rs')) continue;
    const lexer = new RustLexer(text);
    let before = '';
    while (lexer.next()) {
      if (lexer.kind === 'comment') continue;
      if (before === 'fn' && lexer.kind === 'word') names.add(lexer.word);
      before = lexer.kind === 'word' ? lexer.word : '';
    }
  }
  return names;
}

/** What is to be known of tests that a macro makes, where one of its attributes turns a verdict round. */
export function macroNote(files: ProjectFiles, made: readonly RustTest[]): string[] {
  if (made.length === 0) return [];
  if (!Object.values(files).some((text) => macros(text).some((rules) => turnsRound.test(rules)))) return [];
  return [
    'A macro generates some of the #[pg_test] functions. They run, but an expected error or panic in their attributes is unknown here. Use cargo pgrx test in the shell for those.',
  ];
}

const turnsRound = /pg_test\s*\(|should_panic|#\[ignore/;

/** The macros of a file, each up to a brace at the beginning of a line. */
function macros(text: string): string[] {
  const found: string[] = [];
  for (let end = 0; ; ) {
    const start = text.indexOf('macro_rules!', end);
    end = start < 0 ? -1 : text.indexOf('\n}', start);
    if (end < 0) return found;
    found.push(text.slice(start, end));
  }
}
