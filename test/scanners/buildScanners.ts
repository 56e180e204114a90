import { Buffer } from 'node:buffer';
import { packProject } from '../../archive/packProject.ts';
import { limits } from '../../protocol/limits.ts';
import { cargoFailure } from '../../server/build/cargo/cargoFailure.ts';
import { LineReader } from '../../server/build/cargo/LineReader.ts';
import { ProjectPlaces } from '../../server/build/cargo/ProjectPlaces.ts';
import type { RustcSpan } from '../../server/build/cargo/rustcMessage.ts';
import { toDiagnostic } from '../../server/build/cargo/toDiagnostic.ts';
import { withoutEscapes } from '../../server/build/cargo/withoutEscapes.ts';
import { checkManifest } from '../../server/build/project/checkManifest.ts';
import { withoutLeftOut } from '../../server/build/project/leftOut.ts';
import { readManifest } from '../../server/build/project/manifest.ts';
import { withPgrxHere } from '../../server/build/project/pgrxHere.ts';
import { TomlPlaces } from '../../server/build/project/TomlPlaces.ts';
import { plainVerdict } from '../../server/build/steps/plainVerdict.ts';
import { rustfmtDiagnostic } from '../../server/build/steps/rustfmtDiagnostic.ts';
import { schemaPlace } from '../../server/build/steps/schemaPlace.ts';
import { lockPackages } from '../../server/snippets/lockPackages.ts';
import { macroTests } from '../../server/testRunner/macroTests.ts';
import { SqlNames } from '../../server/testRunner/sqlNames.ts';
import { common, type Scanner } from './Scanner.ts';

const toml = {
  limit: limits.manifestLength,
  fragments: [
    ...common,
    ...[
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
      '=',
      '.',
      '#',
      '"""',
      "'''",
      '[a]\n',
      '[[a]]\n',
      'a=1\n',
      'a.b',
      '\\u0041',
    ],
    ...[
      '[package]\n',
      '[dependencies]\n',
      'b={git="c"}\n',
      '__proto__',
      'a = [',
      '1979-05-27',
      '0x',
      '1_',
      '-',
      '+',
    ],
  ],
  known: [
    ['[', 'a=1\n+a'],
    ['[', ' '],
    ['[dependencies]\n', 'a = "1"\n'],
    ['a.'],
    ['a={', '}'],
    ['a = [', ']'],
    ['"'],
    ['a="""', '""x'],
    ['[a.a.a.a]\n'],
    ['['],
  ],
};

/** One text of which thousands of keys are made: every problem is looked for and told. */
function checkAll(text: string): unknown {
  const manifest = readManifest(text);
  const crates = [{ name: 'pgrx', version: '0.2.3' }];
  if (!manifest.ok) return null;
  const offer = { postgres: 18, crates, majors: [18] };
  const files = { 'Cargo.toml': text };
  return [
    checkManifest(text, manifest.value, offer),
    withPgrxHere(files, manifest.value, crates),
    withoutLeftOut(files, manifest.value, offer),
  ];
}

/** One line on which pgrx is pinned as often as there is room for, and features for a Postgres that nobody has. */
const pins = (text: string) => {
  let [features, made] = ['[features]\n', '[target]\n'];
  for (let at = 0; features.length < text.length / 2; at++) features += `f${at} = ["pgrx/pg9"]\n`;
  for (let at = 0; made.length < text.length / 2; at++)
    made += `t${at} = { dependencies = { pgrx = "=0.${at % 2 ? 2 : 1}.1" } }\n`;
  return checkAll(features + made);
};

/** A Cargo.toml with as many unknown dependencies as there is room for. */
const dependencies = (text: string) => {
  let made = '[dependencies]\n';
  for (let at = 0; made.length < text.length; at++) made += `a${at} = "1"\n`;
  return checkAll(made);
};

const span = (column: number): RustcSpan => ({
  file_name: 'src/lib.rs',
  line_start: 1,
  line_end: 1,
  column_start: column,
  column_end: column + 1,
  is_primary: true,
  label: null,
  text: [],
  suggested_replacement: 'a',
  suggestion_applicability: null,
  expansion: null,
});

/** One long line of a source, and as many places in it as the compiler can tell of in one message. */
function diagnose(line: string): unknown {
  const spans = Array.from({ length: line.length / 100 }, (_, at) => span(at * 100));
  const children = Array.from({ length: 50 }, () => ({ message: 'help', level: 'help', spans }));
  const message = { message: 'a', level: 'error', spans: [], code: null, rendered: null, children };
  return toDiagnostic(message, new ProjectPlaces({ 'src/lib.rs': line }));
}

const harness = {
  limit: limits.textLength,
  fragments: [
    ...common,
    ...[
      'running 1 test\n',
      'test a ... ',
      'ok\n',
      'failures:\n',
      '\n\n',
      '    a\n',
      'test result: ',
      'panicked at ',
    ],
    ...[
      'successes:\n',
      'FAILED',
      'note: run with `RUST_BACKTRACE=1`',
      '\u001b[',
      '\u001b]',
      'error: a\n',
      '--> <stdin>:1:',
    ],
  ],
  known: [
    ['\n'],
    ['\n', 'x'],
    ['panicked at '],
    ['failures:\n\n', '    a\n'],
    ['\u001b['],
    ['\u001b]'],
    ['error: ', ' '],
  ],
};

const manifest = readManifest('[dependencies]\na = "1"');
const read = manifest.ok ? manifest.value : null;

const generated = {
  limit: 1024 * 1024,
  fragments: [
    ...common,
    '-- src/a.rs:1\n',
    '-- a\n',
    'CREATE FUNCTION tests."a"() RETURNS VOID',
    '"a"(',
    '"t1_',
    '.rs',
    ':1',
    '::',
  ],
  known: [['"'], ['"a'], ['-- src/', '.rs:1'], ['-- src/a.rs:1\n-- a::', '::a'], ['CREATE ', ' ']],
};

/** Hands a text on in pieces of one byte, which is how a hostile program would write it. */
function readLines(text: string): unknown {
  const lines: string[] = [];
  const reader = new LineReader(limits.projectBytes);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at++) lines.push(...reader.take(bytes.subarray(at, at + 1)));
  lines.push(reader.end());
  return lines;
}

/** What reads a Cargo.toml, and what the tools of a build say. */
export const buildScanners: Scanner[] = [
  { name: 'readManifest', ...toml, scan: readManifest },
  {
    name: 'schemaPlace',
    limit: limits.projectBytes,
    fragments: ['fn ', 'fn  ', '\n', 'pub ', 'a', ' ', '/'],
    known: [['fn '], ['fn b\n'], [' '], ['\t fn']],
    scan: (text) => schemaPlace('Function `my::a`', { 'src/lib.rs': text }),
  },
  { name: 'TomlPlaces', ...toml, scan: (text) => new TomlPlaces(text).lineOf(['dependencies', 'a']) },
  { name: 'checkManifest', ...toml, scan: checkAll },
  { name: 'checkManifest of many', limit: toml.limit, fragments: ['a'], known: [['a']], scan: dependencies },
  { name: 'checkManifest of many pins', limit: toml.limit, fragments: ['a'], known: [['a']], scan: pins },
  {
    name: 'packProject',
    ...toml,
    limit: limits.projectBytes,
    scan: (text) => packProject({ files: { 'Cargo.toml': text }, sql: '', postgres: 18, pgrx: '1' }, 'zip'),
  },
  {
    name: 'lockPackages',
    ...toml,
    limit: limits.projectBytes,
    known: [['name = "a"\nversion = "1"\n'], ['name = "']],
    scan: lockPackages,
  },
  {
    name: 'toDiagnostic',
    limit: limits.projectBytes,
    fragments: common,
    known: [['a'], ['😀']],
    scan: diagnose,
  },
  { name: 'plainVerdict', ...harness, scan: (text) => plainVerdict(text, { code: 101, ms: 1 }, () => null) },
  { name: 'rustfmtDiagnostic', ...harness, scan: (text) => rustfmtDiagnostic('src/lib.rs', text, text) },
  {
    name: 'cargoFailure',
    ...harness,
    known: [['`'], ['`a'], ['error'], ['\n']],
    scan: (text) => read && cargoFailure(text, '', read),
  },
  { name: 'withoutEscapes', ...harness, scan: withoutEscapes },
  {
    name: 'LineReader',
    ...harness,
    limit: limits.projectBytes,
    known: [['\n'], ['a'], ['😀']],
    scan: readLines,
  },
  { name: 'macroTests of SQL', ...generated, scan: (text) => macroTests({}, text, new Set()) },
  { name: 'SqlNames', ...generated, scan: (text) => new SqlNames(text).of({ fn: text.slice(0, 1000) }) },
];
