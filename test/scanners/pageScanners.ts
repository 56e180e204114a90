import { diagnosticText } from '../../components/editor/marks/diagnosticText.ts';
import { fixesOf } from '../../components/editor/marks/fixes.ts';
import { marksOf } from '../../components/editor/marks/marks.ts';
import { spanMapper } from '../../components/editor/marks/spanMapper.ts';
import { changedStretch } from '../../components/editor/plain/changedStretch.ts';
import { sameCharacter } from '../../components/editor/plain/sameCharacter.ts';
import { foldLines } from '../../components/embed/foldLines.ts';
import { markLines } from '../../components/everyMajor/markLines.ts';
import { changeSummary } from '../../components/generatedSql/changeSummary.ts';
import { highlightCode } from '../../components/generatedSql/highlightCode.ts';
import { sqlChanges } from '../../components/generatedSql/sqlChanges.ts';
import { outputParts } from '../../components/lessons/article/outputParts.ts';
import { errorExcerpt } from '../../components/results/errors/errorExcerpt.ts';
import { toAlignedText } from '../../components/results/table/toAlignedText.ts';
import { toCsv } from '../../components/results/table/toCsv.ts';
import { toMarkdown } from '../../components/results/table/toMarkdown.ts';
import { sqlEntities } from '../../components/session/sqlEntities.ts';
import { confEntries } from '../../components/settings/confText.ts';
import { contentInFragment } from '../../components/sharing/address/contentLink.ts';
import { maskVolatile } from '../../components/sharing/compare/maskVolatile.ts';
import { splitDescription } from '../../components/sharing/link/splitDescription.ts';
import { regressDiff } from '../../components/testRunner/regressDiff.ts';
import { lineChunks } from '../../components/ui/text/lineChunks.ts';
import { onlyColours } from '../../components/ui/text/onlyColours.ts';
import { positionAt } from '../../components/ui/text/positionAt.ts';
import { styledLine } from '../../components/ui/text/styledLine.ts';
import { draftUpgrade } from '../../components/upgrade/draftUpgrade.ts';
import { enumAdditions } from '../../components/upgrade/enumAdditions.ts';
import { projectVersion, withVersion } from '../../components/upgrade/projectVersion.ts';
import { textAreaHtml } from '../../components/workspace/draft/textAreaHtml.ts';
import { hasPattern, matchesOutput } from '../../lessons/matchOutput.ts';
import { outputText } from '../../lessons/outputText.ts';
import type { Diagnostic, SqlError, StatementResult } from '../../protocol/events.ts';
import { limits } from '../../protocol/limits.ts';
import { plainLine, plainText } from '../../protocol/plainText.ts';
import { drawable } from '../../server/pictures/drawable.ts';
import { common, type Scanner } from './Scanner.ts';

const said = {
  limit: limits.textLength,
  fragments: [
    ...common,
    ...['\u001b[', '\u001b]', '\u001b[31m', 'm', '\u0007', '.rs:', ':1', '/', '@', '+', '-', '.', '…', '|'],
    ...[
      'actual time=1',
      '..',
      'Buffers: ',
      'Time: 1',
      ' ms',
      '0x',
      'pid ',
      'worker',
      '=',
      '(',
      'Planning Time',
      ': ',
    ],
    ...['= note: ', 'help: ', 'not ', 'ERROR: ', '\n\n'],
  ],
  known: [
    ['a'],
    ['a.'],
    ['a/'],
    ['1.'],
    ['actual time=', '1'],
    ['pid', ' '],
    ['\u001b['],
    ['\u001b]'],
    ['\u001b[0', ';'],
    [' ', 'a'],
    ['\n'],
    ['…', 'a'],
  ],
};

const generated = {
  limit: limits.generatedSqlLength,
  fragments: [
    ...common,
    ...[
      '/* <begin connected objects> */\n',
      '/* </end connected objects> */\n',
      '-- src/a.rs:1\n',
      '-- a::b\n',
      '/*',
      '*/',
      '--',
    ],
    ...[
      'CREATE FUNCTION a(',
      'CREATE OPERATOR + (',
      'LEFTARG=',
      'CREATE CAST (',
      'CREATE TYPE a AS ENUM (',
      ') RETURNS INT\n',
      ';',
    ],
    ...[' DEFAULT ', '$$', "''", 'AS ', 'FUNCTION ', 'OPERATOR 1 +'],
  ],
  known: [
    ['-- src/a.rs:1\n'],
    ['-- src/a.rs:1\n', 'a\n'],
    ['/* <begin connected objects> */\n-- src/a.rs:1\n-- b\na\n'],
    ['/*'],
    ["'"],
    [' DEFAULT '],
    ['CREATE CAST ', '(a'],
    ['CREATE  ', ' '],
    ["'a',"],
  ],
};

const source = {
  limit: limits.projectBytes,
  fragments: [
    ...common,
    '[package]',
    'version',
    ' = "',
    "default_version = '",
    '\n[',
    '/* ',
    'r#"',
    '#[',
    '//',
    '&',
    '<',
    '\r\n',
    '$$',
    '--',
    '{',
    '}',
  ],
  known: [
    ['\n'],
    ['a'],
    [' '],
    ['[package]\n'],
    ['[package]', 'version'],
    ['\n', 'x'],
    ['/* '],
    ['r#"'],
    ['#['],
    ['\r'],
  ],
};

const statement = (rows: string[][]): StatementResult => ({
  type: 'statement',
  index: 0,
  sql: '',
  command: 'SELECT',
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((name) => ({ name: name.slice(0, 50), type: 'text' })),
  rows,
  truncated: false,
  ms: 1,
});
const cells = (text: string) => [
  [text.slice(0, limits.valueLength), text.slice(0, 100)],
  [text.slice(-limits.valueLength), 'a'],
];

const request = (text: string) => ({ files: { 'src/lib.rs': text }, sql: text, mode: 'run' as const });
const diagnostic: Diagnostic = {
  type: 'diagnostic',
  severity: 'error',
  code: null,
  message: 'a',
  file: 'src/lib.rs',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  rendered: '',
  suggestions: [],
};
const sqlError: SqlError = {
  type: 'sqlError',
  index: 0,
  statement: '',
  severity: 'ERROR',
  sqlstate: '',
  message: '',
  detail: null,
  hint: null,
  where: null,
  position: null,
  file: 'src/lib.rs',
  line: 1,
};

/** As many errors as a run may have for a text of this length, all told of its lines. */
function findings(text: string) {
  const many = Math.min(200, text.length / 300);
  const sqlErrors = Array.from({ length: many }, (_, at) => ({
    ...sqlError,
    line: at + 1,
    offset: at * 300,
    statement: text.slice(0, 100),
  }));
  return { diagnostics: Array.from({ length: many }, () => diagnostic), sqlErrors, request: request(text) };
}

/** What reads, in the page or while the server renders it, what links, programs and Postgres say. */
export const pageScanners: Scanner[] = [
  { name: 'onlyColours', ...said, scan: onlyColours },
  { name: 'styledLine', ...said, scan: (text) => styledLine(text, () => false) },
  { name: 'styledLine of files', ...said, scan: (text) => styledLine(text, () => true) },
  { name: 'diagnosticText', ...said, scan: (rendered) => diagnosticText({ ...diagnostic, rendered }) },
  { name: 'maskVolatile', ...said, scan: maskVolatile },
  { name: 'hasPattern', ...said, scan: (text) => hasPattern(text, 'a…b…c') },
  { name: 'matchesOutput', ...said, scan: (text) => matchesOutput('a\n…\nb\nc\n…\nd…e', text) },
  { name: 'outputText', ...said, scan: (message) => outputText([{ ...sqlError, message, detail: message }]) },
  { name: 'errorExcerpt', ...said, limit: limits.sqlBytes, scan: (text) => errorExcerpt(text, text.length) },
  { name: 'positionAt', ...said, limit: limits.sqlBytes, scan: (text) => positionAt(text, text.length) },
  { name: 'lineChunks', ...said, limit: limits.runBytes, scan: (text) => lineChunks(text, 3000) },
  { name: 'splitDescription', ...said, limit: limits.descriptionLength, scan: splitDescription },
  { name: 'plainLine', ...said, scan: plainLine },
  { name: 'plainText', ...said, scan: plainText },
  { name: 'drawable', ...said, scan: drawable },
  { name: 'contentInFragment', ...said, limit: 512 * 1024, scan: (text) => contentInFragment(`v1=${text}`) },
  { name: 'toAlignedText', ...said, scan: (text) => toAlignedText(statement(cells(text))) },
  { name: 'toCsv', ...said, scan: (text) => toCsv(statement(cells(text))) },
  { name: 'toMarkdown', ...said, scan: (text) => toMarkdown(statement(cells(text))) },
  { name: 'outputParts', ...said, scan: (text) => outputParts(text, 'select 1;') },
  {
    name: 'markLines',
    ...said,
    limit: limits.resultBytes,
    known: [['a\n'], ['a\n', '\n']],
    scan: (text) => markLines(text, [text, 'a']),
  },
  {
    name: 'regressDiff',
    ...said,
    limit: limits.regressOutput,
    scan: (text) => regressDiff(text, `a\n${text}`),
  },
  {
    name: 'confEntries',
    ...source,
    known: [
      ['a ', '#'],
      ['a', ' '],
      [' ', 'a'],
    ],
    scan: confEntries,
  },
  { name: 'sqlEntities', ...generated, scan: sqlEntities },
  {
    name: 'changeSummary',
    ...generated,
    scan: (text) =>
      changeSummary(text.split('\n').map((line, at) => ({ text: line, line: at + 1, change: null }))),
  },
  { name: 'sqlChanges', ...generated, scan: (text) => sqlChanges(text, `${text}\na`) },
  {
    name: 'draftUpgrade',
    ...generated,
    scan: (sql) =>
      draftUpgrade({ name: 'a', version: '1', sql }, { name: 'a', version: '2', sql: `${sql}a` }),
  },
  {
    name: 'enumAdditions',
    ...generated,
    scan: (text) => enumAdditions(`CREATE TYPE a AS ENUM (${text})`, `CREATE TYPE a AS ENUM (${text},'z')`),
  },
  { name: 'highlightCode of Rust', ...source, scan: (text) => highlightCode(text, 'rust') },
  { name: 'highlightCode of SQL', ...generated, scan: (text) => highlightCode(text, 'pgsql') },
  {
    name: 'projectVersion',
    ...source,
    scan: (text) => projectVersion({ 'a.control': text, 'Cargo.toml': text }),
  },
  {
    name: 'projectVersion of Cargo',
    ...source,
    scan: (text) =>
      projectVersion({ 'a.control': "default_version = '@CARGO_VERSION@'", 'Cargo.toml': text }),
  },
  { name: 'withVersion', ...source, scan: (text) => withVersion(`[package]${text}`, '1') },
  { name: 'foldLines', ...source, scan: (text) => foldLines(text, [2, 3]) },
  { name: 'textAreaHtml', ...source, scan: (text) => textAreaHtml('src/lib.rs', text) },
  { name: 'changedStretch', ...source, scan: (text) => changedStretch(text, `${text}a`) },
  { name: 'sameCharacter', ...source, scan: (text) => sameCharacter(text, `${text} `, text.length) },
  { name: 'spanMapper', ...source, scan: (text) => spanMapper(text, `${text}\na`) },
  { name: 'marksOf', ...source, scan: (text) => marksOf('src/lib.rs', `${text}a`, findings(text)) },
  { name: 'fixesOf', ...source, scan: (text) => fixesOf('src/lib.rs', `${text}a`, findings(text)) },
];
