import { Buffer } from 'node:buffer';
import { limits } from '../../protocol/limits.ts';
import { CargoProgress } from '../../server/build/cargo/CargoProgress.ts';
import { cargoFailure } from '../../server/build/cargo/cargoFailure.ts';
import { DependencyWatch } from '../../server/build/cargo/DependencyWatch.ts';
import { LineReader } from '../../server/build/cargo/LineReader.ts';
import { ProjectPlaces } from '../../server/build/cargo/ProjectPlaces.ts';
import type { RustcSpan } from '../../server/build/cargo/rustcMessage.ts';
import { toDiagnostic } from '../../server/build/cargo/toDiagnostic.ts';
import { withoutEscapes } from '../../server/build/cargo/withoutEscapes.ts';
import { installedFrom } from '../../server/build/steps/installedFrom.ts';
import { plainVerdict } from '../../server/build/steps/plainVerdict.ts';
import { rustfmtDiagnostic } from '../../server/build/steps/rustfmtDiagnostic.ts';
import { schemaPlace } from '../../server/build/steps/schemaPlace.ts';
import { macroTests } from '../../server/testRunner/macroTests.ts';
import { SqlNames } from '../../server/testRunner/sqlNames.ts';
import { rootCrate } from '../support/rootCrate.ts';
import { common, type Scanner } from './Scanner.ts';

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

const crate = rootCrate('[dependencies]\na = "1"');

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

/** What reads the sayings of a build's tools. */
export const buildScanners: Scanner[] = [
  {
    name: 'installedFrom',
    limit: limits.projectBytes,
    fragments: [...common, '.', 'type ident `pgrx::iter::a', '` did not resolve', 'Function `a`', '::'],
    known: [['.'], ['. '], ['\n'], ['type ident `pgrx::iter::aIterator '], ['Function `a::']],
    scan: (message) =>
      installedFrom(JSON.stringify({ error: { kind: 'schema', message, hint: 'h' } }), {
        files: { 'src/lib.rs': 'fn b() {}' },
        folder: '',
        emit: () => {},
        failure: '',
      }),
  },
  {
    name: 'schemaPlace',
    limit: limits.projectBytes,
    fragments: ['fn ', 'fn  ', '\n', 'pub ', 'a', ' ', '/'],
    known: [['fn '], ['fn b\n'], [' '], ['\t fn']],
    scan: (text) => schemaPlace('Function `my::a`', { 'src/lib.rs': text }),
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
    scan: (text) => crate && cargoFailure(text, crate),
  },
  { name: 'withoutEscapes', ...harness, scan: withoutEscapes },
  {
    name: 'CargoProgress',
    limit: limits.projectBytes,
    fragments: [...common, '\r', '\u001b[K', '    Building [=> ] 1/2: a', '] 1/2'],
    known: [['\r'], ['\n\r'], ['Building ] 1/2\r'], ['a'], ['\u001b[K']],
    scan: (text) => new CargoProgress(() => {}).take(text),
  },
  {
    name: 'DependencyWatch',
    limit: limits.projectBytes,
    fragments: [...common, '   Compiling ', ' v', '\u001b[', 'm', '(/work)'],
    known: [['   Compiling a'], ['Compiling\n'], [' '], ['   Compiling a v1 \n']],
    scan: (text) =>
      new DependencyWatch(
        '',
        () => {},
        () => {},
      ).take(text),
  },
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
