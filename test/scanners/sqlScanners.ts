import type { SqlError } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { wantsFreshDatabase } from '../../server/sql/extension/freshDatabase.ts';
import { placeInExtension } from '../../server/sql/extension/placeInExtension.ts';
import { postgresSettings } from '../../server/sql/extension/postgresSettings.ts';
import { frameInProject, rustPlace } from '../../server/sql/extension/rustPlace.ts';
import { rustSources } from '../../server/sql/extension/rustSources.ts';
import { shortBacktrace } from '../../server/sql/extension/shortBacktrace.ts';
import { startFailure } from '../../server/sql/extension/startFailure.ts';
import { readLook } from '../../server/sql/postmaster/inspectBackend.ts';
import { deathInLog } from '../../server/sql/postmaster/readCrash.ts';
import { runLogText } from '../../server/sql/postmaster/runLogText.ts';
import { verdicts } from '../../server/sql/scratch/runPgRegress.ts';
import { marked } from '../../server/sql/scratch/serverLogMarks.ts';
import { byteOffsets } from '../../server/sql/split/byteOffsets.ts';
import { copyLines, readMetaCommand } from '../../server/sql/split/readMetaCommand.ts';
import { StatementRule } from '../../server/sql/split/StatementRule.ts';
import { splitScript } from '../../server/sql/split/splitScript.ts';
import { common, type Scanner } from './Scanner.ts';
import { anError } from './sayings.ts';

const sources = rustSources(['src/lib.rs', 'src/a.rs']);

const script = {
  limit: limits.sqlBytes,
  fragments: [
    ...common,
    ...[
      ';',
      '$$',
      '$a$',
      '--',
      '/*',
      '*/',
      "''",
      "E'",
      '\\.',
      '\n\\.\n',
      '\\;',
      '\\set a b\n',
      '\\g\n',
      ':a',
      ":'a'",
    ],
    ...[
      'copy a from stdin;\n',
      '\\copy a from stdin\n',
      'begin',
      'end',
      'case',
      'create function a() ',
      'select 1;',
      'from',
    ],
  ],
  known: [
    ['/*'],
    ['+'],
    ['+-'],
    ['\\;'],
    ['select 1\\;'],
    ['copy a from stdin;\n'],
    ['\\copy a from stdin\n'],
    ['\\g\n'],
    ['select 1;'],
  ],
};

const backtrace = {
  limit: 128 * 1024,
  fragments: [
    ...common,
    ...[
      '  1: a\n',
      '   at src/lib.rs:1:2\n',
      '  at ',
      ':1',
      '.rs:',
      '_wrapper',
      '  1: pgrx\n',
      '-- src/a.rs:1\n',
      '\\echo ',
    ],
    ...[
      'extension script file "',
      '", near line ',
      '(PID 1) ',
      'was terminated by signal 1',
      'LOG:  m a\n',
      'ERROR:  a\n',
    ],
    ...['test a ... ok', 'ok 1 - a', ' 1 ms', 'not ok ', '\nm a\n', '/install/lib/a', '--\n', ' (deleted)'],
  ],
  known: [
    ['  at ', ':1'],
    ['  at a:1', ' '],
    ['  1: a\n'],
    ['  1: ', '_wrapper'],
    ['-- a', '.rs:1'],
    ['-- src/a.rs:1\n'],
    ['test a', ' '],
    ['ok 1 - a ', ' 1'],
    ['(PID ', '1'],
    ['\t'],
  ],
};

const error: SqlError = { ...anError, position: 1_000_000, file: null, line: null };

/** Words as the scanner gives them, the first ones long. */
function ruled(text: string): unknown {
  const rule = new StatementRule();
  const words = [text.slice(0, text.length / 2), ...text.slice(text.length / 2)];
  let at = 0;
  for (const word of words) {
    rule.take({ text: word, start: at, end: at + word.length, comment: false });
    at += word.length;
  }
  return rule.ranges;
}

function meta(text: string): unknown {
  return readMetaCommand(`\\${text}`, 0, null);
}

/** What reads a script, and what Postgres says. */
export const sqlScanners: Scanner[] = [
  // Postgres's own scanner is slow, and is asked again for each thing that it refuses.
  { name: 'splitScript', ...script, limit: 8 * 1024, scan: splitScript },
  { name: 'StatementRule', ...script, known: [['a']], scan: ruled },
  { name: 'readMetaCommand', ...script, scan: meta },
  { name: 'copyLines', ...script, scan: (text) => copyLines(text, 0) },
  { name: 'byteOffsets', ...script, scan: (text) => byteOffsets(text)(text.length) },
  {
    name: 'rustPlace',
    ...backtrace,
    scan: (detail) => rustPlace({ detail, file: 'lib.rs', line: '1' }, sources),
  },
  {
    name: 'shortBacktrace',
    ...backtrace,
    scan: (text) => shortBacktrace(text, (line) => frameInProject(line, sources) !== null),
  },
  {
    name: 'wantsFreshDatabase',
    limit: limits.projectBytes,
    fragments: ['playground.fresh_database', ' ', '=', "'", 'on', '#', '\n', '\t', 'a'],
    known: [
      ['playground.fresh_database', ' '],
      ['\n', ' '],
      ['playground.fresh_database=on', '#'],
    ],
    scan: wantsFreshDatabase,
  },
  { name: 'placeInExtension', ...backtrace, scan: (text) => placeInExtension(error, text, sources) },
  {
    name: 'placeInExtension’s where',
    ...backtrace,
    scan: (where) => placeInExtension({ ...error, where }, 'a', sources),
  },
  {
    name: 'postgresSettings',
    limit: limits.projectBytes,
    fragments: [...common, 'shared_preload_libraries', ' = ', "'a'", "''", '#'],
    known: [
      [' '],
      ["shared_preload_libraries='"],
      ["shared_preload_libraries='a'\n"],
      ["shared_preload_libraries='", ','],
    ],
    scan: (text) => postgresSettings(`shared_preload_libraries${text}`, 'a'),
  },
  { name: 'runLogText', ...backtrace, scan: (log) => runLogText(log, new Set(['a'])) },
  { name: 'deathInLog', ...backtrace, scan: (log) => deathInLog(log, 1, true) },
  { name: 'startFailure', ...backtrace, scan: (log) => startFailure(`FATAL:  a\n${log}`, sources) },
  { name: 'verdicts', ...backtrace, scan: (text) => verdicts(text, 'm', ['a', 'b']) },
  { name: 'marked', ...backtrace, scan: (log) => marked(log, 'm') },
  { name: 'readLook', ...backtrace, scan: readLook },
];
