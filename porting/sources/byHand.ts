import { LineCounter } from '../../protocol/rust/LineCounter.ts';
import type { Finding } from '../Finding.ts';
import type { PgrxRelease } from '../PgrxRelease.ts';
import { RustTokens } from './RustTokens.ts';

/** What is in a file beside a place. */
interface Context {
  /** The words that the file has somewhere. */
  words: ReadonlySet<string>;
  release: PgrxRelease;
}

interface Rule {
  /** The minor release of pgrx from which on it is so. */
  since: number;
  message: string | ((tokens: RustTokens, at: number) => string);
  /** Whether what is to be changed begins at this token. */
  isAt(tokens: RustTokens, at: number, context: Context): boolean;
}

/** What of pgrx's interface has gone or changed in a way that takes thought. Source: pgrx's release notes and sources. */
const rules: readonly Rule[] = [
  {
    since: 7,
    message:
      'Spi::execute no longer exists: use Spi::connect_mut, which gives back what the closure returns.',
    isAt: (tokens, at) => tokens.are(at, 'Spi', ':', ':', 'execute'),
  },
  {
    since: 7,
    message:
      "A function for SQL can’t return impl Iterator: return SetOfIterator<'_, T> for one column, TableIterator<'_, (name!(a, T), …)> for several.",
    isAt: returnsIterator,
  },
  {
    since: 12,
    message:
      'A type with FromDatum of its own also needs UnboxDatum and ArgAbi to be an argument of a function for SQL.',
    isAt: (tokens, at, { words }) => tokens.are(at, 'FromDatum', 'for') && !words.has('ArgAbi'),
  },
  {
    since: 12,
    message: 'A type with IntoDatum of its own also needs BoxRet to be returned by a function for SQL.',
    isAt: (tokens, at, { words }) => tokens.are(at, 'IntoDatum', 'for') && !words.has('BoxRet'),
  },
  {
    since: 13,
    message:
      'Functions that Postgres calls are extern "C-unwind", so that a panic can become an ERROR. Change this one if its pointer goes to Postgres.',
    isAt: (tokens, at, { words }) =>
      tokens.are(at, 'extern') &&
      tokens.at(at + 1).text === '"C"' &&
      tokens.are(at + 2, 'fn') &&
      words.has('pg_sys'),
  },
  {
    since: 14,
    message:
      'Arguments for SPI are a slice without type OIDs: write &[x.into()] in place of vec![(PgBuiltInOids::…OID.oid(), x.into_datum())].',
    isAt: (tokens, at) =>
      tokens.are(at, 'PgBuiltInOids', ':', ':') && tokens.are(at + 4, '.', 'oid', '(', ')', ','),
  },
  {
    since: 15,
    message:
      'A text setting begins with a C string, GucSetting::new(Some(c"…")), and its get() returns Option<CString>.',
    isAt: (tokens, at) =>
      tokens.are(at, 'new', '(', 'Some', '(') &&
      tokens.at(at + 4).text.startsWith('"') &&
      isSetting(tokens, at),
  },
  {
    since: 16,
    message:
      'PgHooks no longer exists: in _PG_init, keep what pg_sys has in the hook’s variable, and put your own extern "C-unwind" function there.',
    isAt: (tokens, at) => tokens.are(at, 'PgHooks', 'for') || tokens.are(at, 'register_hook'),
  },
  {
    since: 16,
    message:
      'An aggregate has a name: derive AggregateName for the type, write impl Aggregate<Type> for Type, and delete const NAME.',
    isAt: (tokens, at) => tokens.are(at, 'Aggregate', 'for'),
  },
  {
    since: 16,
    message:
      'Types of heapless are no longer known to pgrx in shared memory: put it into a struct of your own, with unsafe impl PGRXSharedMemory.',
    isAt: (tokens, at, { words }) =>
      tokens.are(at, 'heapless', ':', ':') && words.has('pg_shmem_init') && !words.has('PGRXSharedMemory'),
  },
  {
    since: 18,
    message:
      'SqlTranslatable has constants in place of functions: TYPE_IDENT, TYPE_ORIGIN, ARGUMENT_SQL and RETURN_SQL. For a type that SQL already has, impl_sql_translatable!(Type, "name") writes all of it.',
    isAt: (tokens, at) => tokens.are(at, 'fn', 'argument_sql'),
  },
  {
    since: 0,
    message: (tokens, at) =>
      `The feature ${tokens.at(at + 2).text.slice(1, -1)} no longer exists: delete this condition, and what only it selects.`,
    isAt(tokens, at, { release }) {
      const [, major] =
        (tokens.are(at, 'feature', '=') && /^"pg(\d{1,3})"$/.exec(tokens.at(at + 2).text)) || [];
      return major !== undefined && !release.majors.includes(Number(major));
    },
  },
];

/** Of one file. Whoever has more to do begins with these. */
const mostFindings = 100;

/** What a person has to change in a source that was ported as far as that takes no thought. */
export function byHand(file: string, text: string, release: PgrxRelease): Finding[] {
  const tokens = new RustTokens(text);
  const lines = new LineCounter(text);
  const words = new Set<string>();
  for (let at = 0; at < tokens.length; at++) if (tokens.at(at).kind === 'word') words.add(tokens.at(at).text);
  const due = rules.filter(({ since }) => since <= release.minor);
  const found = new Map<string, Finding>();
  for (let at = 0; at < tokens.length && found.size < mostFindings; at++) {
    // No rule begins with anything else.
    if (tokens.at(at).kind !== 'word') continue;
    for (const { message, isAt } of due) {
      if (!isAt(tokens, at, { words, release })) continue;
      const said = typeof message === 'string' ? message : message(tokens, at);
      const line = lines.lineOf(tokens.at(at).start);
      found.set(`${line} ${said}`, { file, line, message: said });
    }
  }
  return [...found.values()];
}

/** A function's attributes and its arguments are a few hundred tokens at the most. */
const longestHead = 300;

/** At `pg_extern`: whether its function returns `impl Iterator`. */
function returnsIterator(tokens: RustTokens, at: number): boolean {
  if (!tokens.are(at, 'pg_extern') || !tokens.are(at - 1, '[')) return false;
  for (let next = at; next < at + longestHead; next++) {
    if (tokens.are(next, '{') || tokens.are(next, ';')) return false;
    if (!tokens.are(next, '-', '>', 'impl')) continue;
    for (let path = next + 3; path < next + 12; path++) if (tokens.are(path, 'Iterator')) return true;
    return false;
  }
  return false;
}

/** Whether this `new` is a setting's. */
function isSetting(tokens: RustTokens, at: number): boolean {
  for (let before = at - 1; before > at - 20; before--) if (tokens.are(before, 'GucSetting')) return true;
  return false;
}
