import { Edits } from '../Edits.ts';
import { RustTokens } from './RustTokens.ts';

type Rule = (tokens: RustTokens, at: number, edits: Edits) => void;

/** A change to Rust that can be made without understanding it, from the minor release of pgrx on that wants it. */
const rules: readonly { since: number; rule: Rule }[] = [
  { since: 8, rule: renamePgx },
  { since: 13, rule: unwindGuarded },
  { since: 13, rule: connectMut },
  { since: 14, rule: noSpiArguments },
  { since: 15, rule: settingTexts },
  { since: 15, rule: settingType },
  { since: 16, rule: nameShared },
];

/** Rust as a minor release of pgrx wants it, as far as that takes no thought. */
export function portSource(text: string, minor: number): string {
  const tokens = new RustTokens(text);
  const edits = new Edits();
  const due = rules.filter(({ since }) => since <= minor);
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text: first } = tokens.at(at);
    // No rule begins with anything else.
    if (kind === 'word' || first === '.') for (const { rule } of due) rule(tokens, at, edits);
  }
  return edits.appliedTo(text);
}

const pgxCrates = new Set(['pgx', 'pgx_tests', 'pgx_macros', 'pgx_pg_sys']);

/** The crate was called so before 0.8: in paths, in `use` and `extern crate`, and in `#[pgx(…)]`. */
function renamePgx(tokens: RustTokens, at: number, edits: Edits): void {
  const { text, start } = tokens.at(at);
  if (!pgxCrates.has(text)) return;
  const isPath = tokens.are(at + 1, ':', ':');
  const isUsed = ['use', 'crate'].includes(tokens.at(at - 1).text);
  const isAttribute = tokens.are(at - 1, '[') && tokens.are(at + 1, '(');
  if (isPath || isUsed || isAttribute) edits.replace(start, start + 'pgx'.length, 'pgrx');
}

/** An attribute and what stands before `fn` are a few dozen tokens. */
const longestHead = 60;

/** `#[pg_guard] extern "C" fn`: a panic goes through it. */
function unwindGuarded(tokens: RustTokens, at: number, edits: Edits): void {
  if (tokens.at(at).text !== 'pg_guard' || !tokens.are(at - 1, '[')) return;
  for (let next = at + 1; next < at + longestHead; next++) {
    if (tokens.are(next, 'fn') || tokens.are(next, '{')) return;
    if (!tokens.are(next, 'extern')) continue;
    const abi = tokens.at(next + 1);
    if (abi.text === '"C"') edits.replace(abi.start, abi.end, '"C-unwind"');
    else if (abi.text === 'fn') edits.replace(abi.start, abi.start, '"C-unwind" ');
    return;
  }
}

/** `Spi::connect(|mut client| …)`: who writes has a function of their own. */
function connectMut(tokens: RustTokens, at: number, edits: Edits): void {
  if (!tokens.are(at, 'Spi', ':', ':', 'connect', '(', '|', 'mut')) return;
  const { end } = tokens.at(at + 3);
  edits.insert(end, '_mut');
  edits.replace(tokens.at(at + 6).start, tokens.at(at + 7).start, '');
}

/** `client.select("…", None, None)`: the arguments are a slice. */
function noSpiArguments(tokens: RustTokens, at: number, edits: Edits): void {
  const isCall = tokens.are(at, '.', 'select', '(') || tokens.are(at, '.', 'update', '(');
  const [, , last, ...more] = (isCall && tokens.groupAt(at + 2)?.parts) || [];
  if (!last || more.length > 0 || last.to - last.from !== 1 || !tokens.are(last.from, 'None')) return;
  const { start, end } = tokens.at(last.from);
  edits.replace(start, end, '&[]');
}

/** `GucRegistry::define_bool_guc("name", "short", "long", …)`: they are C strings. */
function settingTexts(tokens: RustTokens, at: number, edits: Edits): void {
  if (!/^define_(?:bool|int|float|string|enum)_guc$/.test(tokens.at(at).text)) return;
  for (const { from, to } of tokens.groupAt(at + 1)?.parts.slice(0, 3) ?? []) {
    const { kind, text, start } = tokens.at(from);
    if (to - from === 1 && kind === 'string' && text.startsWith('"')) edits.insert(start, 'c');
  }
}

/** `GucSetting<Option<&'static CStr>>`: a setting owns its text. */
function settingType(tokens: RustTokens, at: number, edits: Edits): void {
  if (!tokens.are(at, 'GucSetting')) return;
  const open = tokens.are(at + 1, ':', ':') ? at + 3 : at + 1;
  if (!tokens.are(open, '<', 'Option', '<', '&')) return;
  for (let next = open + 4; next < open + 14; next++) {
    if (tokens.are(next, '>')) return;
    if (!tokens.are(next, 'CStr', '>')) continue;
    edits.replace(tokens.at(open + 3).start, tokens.at(next).end, 'std::ffi::CString');
    return;
  }
}

/** `static NAME: PgLwLock<T> = PgLwLock::new()`: what is in shared memory has a name there. */
function nameShared(tokens: RustTokens, at: number, edits: Edits): void {
  if (!tokens.are(at, 'static')) return;
  const name = tokens.at(tokens.are(at + 1, 'mut') ? at + 2 : at + 1);
  if (name.kind !== 'word') return;
  let begin: number | null = null;
  for (let next = at + 2; next < at + longestHead; next++) {
    if (tokens.are(next, ';')) return;
    if (tokens.are(next, '=')) begin = next + 1;
    if (begin === null || !tokens.are(next, ':', ':', 'new', '(', ')')) continue;
    if (!['PgLwLock', 'PgAtomic'].includes(tokens.at(next - 1).text)) return;
    edits.insert(tokens.at(begin).start, 'unsafe { ');
    edits.insert(tokens.at(next + 3).end, `c"${name.text}"`);
    edits.insert(tokens.at(next + 4).end, ' }');
    return;
  }
}
