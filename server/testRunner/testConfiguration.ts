import type { ProjectFiles } from '../../protocol/project.ts';
import { RustLexer } from '../../protocol/rust/RustLexer.ts';
import { rustString } from '../../protocol/rust/rustString.ts';

export interface TestConfiguration {
  /** Lines of postgresql.conf with which the tests want to be run. */
  settings: string[];
  /** What of the project's `pg_test` module is not done, for the person. */
  notes: string[];
}

/** Lines of settings that a project's tests can have, and the tokens of a body that has them: each with its comma. */
const mostSettings = 100;
const mostTokens = 2 * mostSettings + 10;

/**
 * What a project's `pg_test` module asks for, as far as its source tells: it is code of the harness, which is not run
 * here. Settings are found where they are the strings of one `vec![]`, as the template has it.
 */
export function testConfiguration(files: ProjectFiles): TestConfiguration {
  const { postgresql_conf_options: options = [], setup = [] } = bodiesOf(files['src/lib.rs'] ?? '');
  const settings = settingsOf(options);
  const notes: string[] = [];
  if (settings === null)
    notes.push(
      'The settings from pg_test::postgresql_conf_options() are not applied: they must be string literals in a single vec![]. Put them into a postgresql.conf file in the project instead.',
    );
  if (setup.length > 0)
    notes.push(
      'pg_test::setup() is not called here: it belongs to the harness of cargo pgrx test. Run cargo pgrx test in the shell to have it called.',
    );
  return { settings: settings ?? [], notes };
}

type Bodies = { [name in (typeof functions)[number]]?: string[] };
const functions = ['postgresql_conf_options', 'setup'] as const;

/** The tokens, but for comments, of what these functions do, where there is a module `pg_test`. */
function bodiesOf(text: string): Bodies {
  const found: Bodies = {};
  const lexer = new RustLexer(text);
  let inModule = false;
  let [before, twoBefore] = ['', ''];
  while (lexer.next()) {
    if (lexer.kind === 'comment') continue;
    const { word } = lexer;
    if (twoBefore === 'mod' && before === 'pg_test' && word === '{') inModule = true;
    const name = inModule && before === 'fn' ? functions.find((one) => one === word) : undefined;
    if (name && !found[name]) found[name] = readBody(lexer);
    [before, twoBefore] = [word, before];
  }
  return found;
}

/** The tokens between the next `{` and its `}`, up to a bound. */
function readBody(lexer: RustLexer): string[] {
  const tokens: string[] = [];
  let depth = 0;
  while (lexer.next()) {
    const { mark } = lexer;
    if (mark === '}' && --depth === 0) break;
    if (depth > 0 && lexer.kind !== 'comment' && tokens.length <= mostTokens) tokens.push(lexer.word);
    if (mark === '{') depth++;
  }
  return tokens;
}

/** The settings that a body gives; null where it is no list of strings. */
function settingsOf(body: readonly string[]): string[] | null {
  if (body.length === 0 || body.join('') === 'Vec::new()') return [];
  const list = [...body];
  if (list[0] === 'return') list.shift();
  if (list.at(-1) === ';') list.pop();
  const [vec, mark, open, ...inside] = list;
  const close = inside.pop();
  const isList = vec === 'vec' && mark === '!' && /^(\[\]|\(\))$/.test(`${open}${close}`);
  const strings = inside.filter((token) => token !== ',');
  if (!isList || !strings.every((token) => token.endsWith('"') || /^r#+"/.test(token))) return null;
  return strings.map(rustString).slice(0, mostSettings);
}
