import { limits } from '../limits.ts';
import type { ProjectFiles } from '../project.ts';
import { LineCounter } from './LineCounter.ts';
import { RustLexer } from './RustLexer.ts';
import { readAttribute, type TestAttributes } from './testAttributes.ts';

/** A test as its source has it. */
export interface RustTest {
  /** As the harness calls it, but with the function's own name: `tests::adds`. */
  name: string;
  module: string;
  fn: string;
  kind: 'pg_test' | 'test';
  file: string;
  /** Where its function begins, from 1. */
  line: number;
  ignored: boolean;
  /** The message with which it must fail, by `#[pg_test(error = "…")]`. */
  error: string | null;
  /** What its failure must contain, by `#[should_panic]`: '' where any failure will do, null where it must not fail. */
  shouldPanic: string | null;
}

/**
 * The tests of a project, file by file, in their order, up to `limits.tests`. What a macro makes is seen in the generated
 * SQL alone, and a test whose name is over `limits.testNameLength` is not told.
 */
export function rustTests(files: ProjectFiles): RustTest[] {
  const found: RustTest[] = [];
  const paths = Object.keys(files).filter((path) => /^src\/.*\.rs$/.test(path));
  for (const path of paths.toSorted()) addTests(found, path, files[path] ?? '');
  return found;
}

function addTests(found: RustTest[], file: string, text: string): void {
  const lexer = new RustLexer(text);
  const modules = new Modules(moduleOfFile(file));
  const lines = new LineCounter(text);
  let attributes: TestAttributes | null = null;
  /** The token before, where this one's meaning depends on it, and where that stands. */
  let last: '' | 'fn' | 'mod' | '#' = '';
  let lastAt = 0;
  let module: string | null = null;
  while (found.length < limits.tests && lexer.next()) {
    const { kind, mark } = lexer;
    if (kind === 'comment') continue;
    const before = last;
    const opened = module;
    last = '';
    module = null;
    if (kind === 'word') {
      const { word } = lexer;
      if (before === 'mod') module = plainName(word);
      else if (before === 'fn') {
        const test = attributes && toTest(attributes, modules, plainName(word));
        if (test) found.push({ ...test, file, line: lines.lineOf(lastAt) });
        attributes = null;
      } else if (word === 'fn' || word === 'mod') {
        last = word;
        lastAt = lexer.start;
      }
    } else if (mark === '#' || (before === '#' && mark === '!')) last = '#';
    else if (before === '#' && mark === '[') {
      attributes ??= {};
      readAttribute(lexer, attributes);
    } else if (mark === '{' || mark === '}' || mark === ';') {
      if (mark === '{') modules.enter(opened);
      if (mark === '}') modules.leave();
      attributes = null;
    }
  }
}

/** A name that is a keyword is written `r#type`. */
const plainName = (word: string) => (word.startsWith('r#') ? word.slice(2) : word);

type Name = Pick<RustTest, 'name' | 'module' | 'fn'>;

function toTest({ pgTest, test, panic, ignored }: TestAttributes, modules: Modules, fn: string) {
  const name = pgTest || test ? modules.nameOf(fn) : null;
  return (
    name && {
      ...name,
      kind: pgTest ? ('pg_test' as const) : ('test' as const),
      ignored: ignored === true,
      error: pgTest?.expected ?? null,
      shouldPanic: panic ? (panic.expected ?? '') : null,
    }
  );
}

/** The modules around a place. */
class Modules {
  /** Of those around, for each open brace; null where it is too long for a test's name. */
  readonly #around: (string | null)[] = [];
  #path: string | null;

  constructor(path: string) {
    this.#path = path;
  }

  /** A brace opens; `module` is null where it is no module's. */
  enter(module: string | null): void {
    this.#around.push(this.#path);
    if (module !== null) this.#path = this.nameOf(module)?.name ?? null;
  }

  leave(): void {
    const around = this.#around.pop();
    if (around !== undefined) this.#path = around;
  }

  /** What this is called here; null where that is too long. */
  nameOf(fn: string): Name | null {
    const module = this.#path;
    if (module === null || module.length + fn.length + 2 > limits.testNameLength) return null;
    return { name: module === '' ? fn : `${module}::${fn}`, module, fn };
  }
}

/** `src/geo/area.rs` holds the module `geo::area`. */
function moduleOfFile(path: string): string {
  const parts = path
    .replace(/^src\//, '')
    .replace(/\.rs$/, '')
    .split('/');
  if (parts.at(-1) === 'mod') parts.pop();
  return parts.length === 1 && parts[0] === 'lib' ? '' : parts.join('::');
}
