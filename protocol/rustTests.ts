import { limits } from './limits.ts';
import { maskRust } from './maskRust.ts';
import type { ProjectFiles } from './project.ts';

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

/** What may be interesting in Rust without its comments and strings. */
const tokens = /#!?\[|\bmod\s+(\w+)\s*\{|\bfn\s+(\w+)|[{};]/g;

/** The tests of a project, file by file, in their order. What a macro makes is seen in the generated SQL alone. */
export function rustTests(files: ProjectFiles): RustTest[] {
  const paths = Object.keys(files).filter((path) => /^src\/.*\.rs$/.test(path));
  const all = paths.toSorted().flatMap((path) => testsOfFile(path, files[path] ?? ''));
  return all.slice(0, limits.tests);
}

function testsOfFile(file: string, text: string): RustTest[] {
  const masked = maskRust(text);
  const modules: (string | null)[] = [];
  const found: RustTest[] = [];
  let attributes: string[] = [];
  const seeker = new RegExp(tokens);
  for (let match = seeker.exec(masked); match; match = seeker.exec(masked)) {
    const [token, mod, fn] = match;
    if (token.endsWith('[')) {
      const end = endOfBracket(masked, seeker.lastIndex);
      // The brackets are found in the masked text, and what stands between them is wanted whole.
      attributes.push(text.slice(seeker.lastIndex, end));
      seeker.lastIndex = end;
    } else if (fn) {
      const module = [...moduleOfFile(file), ...modules.filter((name) => name !== null)].join('::');
      const test = toTest(attributes, { module, fn, file, line: lineAt(text, match.index) });
      if (test) found.push(test);
      attributes = [];
    } else if (token === '}') {
      modules.pop();
      attributes = [];
    } else {
      if (token !== ';') modules.push(mod ?? null);
      attributes = [];
    }
  }
  return found;
}

type Place = Pick<RustTest, 'module' | 'fn' | 'file' | 'line'>;

function toTest(attributes: readonly string[], place: Place): RustTest | null {
  const own = attributes.find((text) => /^\s*(pgrx\s*::\s*(prelude\s*::\s*)?)?pg_test\b/.test(text));
  if (!own && !attributes.some((text) => /^\s*test\s*$/.test(text))) return null;
  const panic = attributes.find((text) => /^\s*should_panic\b/.test(text));
  const { module, fn } = place;
  return {
    ...place,
    name: module === '' ? fn : `${module}::${fn}`,
    kind: own ? 'pg_test' : 'test',
    ignored: attributes.some((text) => /^\s*ignore\b/.test(text)),
    error: literalAfter('(?:error|expected)', own ?? ''),
    shouldPanic: panic === undefined ? null : (literalAfter('should_panic|expected', panic) ?? ''),
  };
}

/** The string that an option of an attribute has. */
function literalAfter(option: string, text: string): string | null {
  const string = '"((?:[^"\\\\]|\\\\[\\s\\S])*)"|r(#*)"([\\s\\S]*?)"\\2';
  const found = new RegExp(`\\b(?:${option})\\s*=\\s*(?:${string})`).exec(text);
  if (!found) return null;
  const [, plain, , raw] = found;
  return raw ?? unescaped(plain ?? '');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|x([0-7][0-9a-fA-F])|\n\s*|([\s\S]))/g,
    (all, u, x, one) => {
      if (u || x) return String.fromCodePoint(Number.parseInt(u ?? x, 16));
      return all.startsWith('\\\n') ? '' : (escapes[one] ?? one);
    },
  );
}

function endOfBracket(masked: string, from: number): number {
  let depth = 1;
  for (let at = from; at < masked.length; at++) {
    if (masked[at] === '[') depth++;
    if (masked[at] === ']' && --depth === 0) return at;
  }
  return masked.length;
}

/** `src/geo/area.rs` holds the module `geo::area`. */
function moduleOfFile(path: string): string[] {
  const parts = path
    .replace(/^src\//, '')
    .replace(/\.rs$/, '')
    .split('/');
  if (parts.at(-1) === 'mod') parts.pop();
  return parts.length === 1 && parts[0] === 'lib' ? [] : parts;
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;
