import { maskRust } from '../../protocol/maskRust.ts';
import type { ProjectFiles } from '../../protocol/project.ts';

export interface TestConfiguration {
  /** Lines of postgresql.conf with which the tests want to be run. */
  settings: string[];
  /** What of the project's `pg_test` module is not done, for the person. */
  notes: string[];
}

/**
 * What a project's `pg_test` module asks for, as far as its source tells: it is code of the harness, which is not run
 * here. Settings are found where they are the strings of one `vec![]`, as the template has it.
 */
export function testConfiguration(files: ProjectFiles): TestConfiguration {
  const text = files['src/lib.rs'] ?? '';
  const masked = maskRust(text);
  const settings: string[] = [];
  const notes: string[] = [];
  const options = bodyOf(masked, 'postgresql_conf_options');
  if (options) {
    const [from, to] = options;
    const list = /^\s*(?:return\s+)?vec!\s*(?:\[([\s,]*)\]|\(([\s,]*)\))\s*;?\s*$/.test(
      masked.slice(from, to),
    );
    if (list) settings.push(...strings(text.slice(from, to), masked.slice(from, to)));
    else if (masked.slice(from, to).trim() !== 'Vec::new()')
      notes.push(
        'The settings from pg_test::postgresql_conf_options() are not applied: they must be string literals in a single vec![]. Put them into a postgresql.conf file in the project instead.',
      );
  }
  const setup = bodyOf(masked, 'setup');
  if (setup && masked.slice(...setup).trim() !== '')
    notes.push(
      'pg_test::setup() is not called here: it belongs to the harness of cargo pgrx test. Run cargo pgrx test in the shell to have it called.',
    );
  return { settings: settings.slice(0, 100), notes };
}

/** Where the body of this function of the module `pg_test` begins and ends. */
function bodyOf(masked: string, fn: string): [number, number] | null {
  const module = /\bmod\s+pg_test\s*\{/.exec(masked);
  if (!module) return null;
  const found = new RegExp(`\\bfn\\s+${fn}\\b[^{]*\\{`, 'g');
  found.lastIndex = module.index;
  if (!found.exec(masked)) return null;
  let depth = 1;
  for (let at = found.lastIndex; at < masked.length; at++) {
    if (masked[at] === '{') depth++;
    if (masked[at] === '}' && --depth === 0) return [found.lastIndex, at];
  }
  return null;
}

/** The strings of a stretch of Rust; those in comments are none. */
function strings(text: string, masked: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)]
    .filter(({ index }) => masked[index] === ' ' && !/\/\/[^\n]*$/.test(text.slice(0, index)))
    .map(([, inside = '']) => inside.replace(/\\(["\\'])/g, '$1'));
}
