import { PgrxRelease } from '../../porting/PgrxRelease.ts';
import { byHand } from '../../porting/sources/byHand.ts';
import { portSource } from '../../porting/sources/portSource.ts';
import { firstLines } from '../../protocol/firstLines.ts';
import { limits } from '../../protocol/limits.ts';
import { rustString } from '../../protocol/rust/rustString.ts';
import { rustTests } from '../../protocol/rust/rustTests.ts';
import { hiddenTests } from '../../server/lessons/hiddenTests.ts';
import { withoutComments } from '../../server/lessons/withoutComments.ts';
import { macroNote, macroTests } from '../../server/testRunner/macroTests.ts';
import { testConfiguration } from '../../server/testRunner/testConfiguration.ts';
import { common, type Scanner } from './Scanner.ts';

const library = (text: string) => ({ 'src/lib.rs': text });
const made = [
  {
    name: 'a',
    module: '',
    fn: 'a',
    kind: 'pg_test',
    file: 'src/lib.rs',
    line: 1,
    ignored: false,
    error: null,
    shouldPanic: null,
  },
] as const;

const fragments = [
  ...common,
  ...[
    'r#"',
    'br##"',
    '"#',
    'b"',
    "b'",
    "'a",
    "'\\u{",
    '\\u{ffffff}',
    '/* ',
    '*/',
    '// ',
    '{',
    '}',
    '[',
    ']',
    ';',
  ],
  ...[
    '#[',
    '#![',
    'fn a',
    'fn a;',
    'mod a{',
    'mod pg_test {',
    'fn setup',
    'fn postgresql_conf_options',
    'vec![',
    'vec!',
  ],
  ...[
    '#[pg_test] fn a(){}',
    '#[pg_test(error = "',
    'should_panic = "',
    '#[should_panic(expected = "\\u{ffffff}")]',
  ],
  ...['macro_rules! a', 'pg_test ', '\n}', 'use pgrx::', 'pg_module_magic!(', ');', 'r', '#'],
];
const known = [
  ['fn a;'],
  ['fn a;\n'],
  ['r#"'],
  ['"', 'a'],
  ['/* '],
  ['#['],
  ['mod a{', '#[test] fn b(){}'],
  ['mod a{', 'mod a{}'],
  [' ', 'x'],
  ['macro_rules! '],
  ['mod pg_test { fn setup { ', '/'],
  ['mod pg_test { fn postgresql_conf_options() { vec![', '"a", '],
  ['use pgrx::;', 'x'],
];
/** What the port to another pgrx looks for. */
const portFragments = [
  ...[
    'pgx::',
    'use pgx',
    '#[pg_guard]',
    '#[pg_extern]',
    'extern "C" fn',
    '-> impl ',
    'Iterator',
    '.select(',
    'None',
  ],
  ...[
    'Spi::connect(|mut ',
    'static A',
    ': PgLwLock<',
    '= PgLwLock::new()',
    'define_bool_guc(',
    'GucSetting<Option<&',
  ],
  ...[
    "'static CStr>",
    'feature = "pg9"',
    'impl Aggregate for',
    'heapless::',
    'pg_shmem_init!',
    '::new(Some("',
  ],
];
const portKnown = [
  ['.select('],
  ['.select(a, b, None)'],
  ['#[pg_guard]'],
  ['#[pg_extern]'],
  ['static A = PgLwLock'],
  ['GucSetting<Option<& '],
  ['new(Some("a"))'],
  ['feature = "pg9" '],
  ['(a,', ')'],
];
const release = new PgrxRelease({ pgrx: '0.19.9', crates: [], postgres: 17 });

const all = { limit: limits.projectBytes, fragments, known };

/** What reads the Rust of a project. */
export const rustScanners: Scanner[] = [
  { name: 'rustTests', ...all, scan: (text) => rustTests(library(text)) },
  { name: 'hiddenTests', ...all, scan: hiddenTests },
  { name: 'testConfiguration', ...all, scan: (text) => testConfiguration(library(text)) },
  { name: 'macroTests', ...all, scan: (text) => macroTests(library(text), '', new Set()) },
  { name: 'macroNote', ...all, scan: (text) => macroNote(library(text), made) },
  { name: 'withoutComments', ...all, scan: (text) => withoutComments(text, 'src/lib.rs') },
  { name: 'firstLines', ...all, scan: (text) => firstLines({ files: library(text) }, 12) },
  { name: 'rustString', ...all, scan: rustString },
  {
    name: 'portSource',
    limit: limits.projectBytes,
    fragments: [...fragments, ...portFragments],
    known: portKnown,
    scan: (text) => portSource(text, release.minor),
  },
  {
    name: 'byHand',
    limit: limits.projectBytes,
    fragments: [...fragments, ...portFragments],
    known: portKnown,
    scan: (text) => byHand('src/lib.rs', text, release),
  },
];
