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
];
