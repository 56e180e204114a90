import { documentWords } from '../../components/editor/language/documentWords.ts';
import { fixesOf } from '../../components/editor/marks/fixes.ts';
import { marksOf } from '../../components/editor/marks/marks.ts';
import { spanMapper } from '../../components/editor/marks/spanMapper.ts';
import { changedStretch } from '../../components/editor/plain/changedStretch.ts';
import { sameCharacter } from '../../components/editor/plain/sameCharacter.ts';
import { foldLines } from '../../components/embed/foldLines.ts';
import { changeSummary } from '../../components/generatedSql/changeSummary.ts';
import { highlightCode } from '../../components/generatedSql/highlightCode.ts';
import { sqlChanges } from '../../components/generatedSql/sqlChanges.ts';
import { hasDependency, withDependency } from '../../components/page/remedies/missingCrate.ts';
import { sqlEntities } from '../../components/session/sqlEntities.ts';
import { copyForms } from '../../components/sharing/copy/copyAs.ts';
import { draftUpgrade } from '../../components/upgrade/draftUpgrade.ts';
import { enumAdditions } from '../../components/upgrade/enumAdditions.ts';
import { projectVersion, withVersion } from '../../components/upgrade/projectVersion.ts';
import { confEntries } from '../../components/workspace/confText.ts';
import { textAreaHtml } from '../../components/workspace/draft/textAreaHtml.ts';
import { limits } from '../../protocol/limits.ts';
import { aDiagnostic } from '../support/aDiagnostic.ts';
import { common, type Scanner } from './Scanner.ts';
import { anError } from './sayings.ts';

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

const request = (text: string) => ({ files: { 'src/lib.rs': text }, sql: text, mode: 'run' as const });
/** As many errors as a run may have for a text of this length, all told of its lines. */
function findings(text: string) {
  const many = Math.min(200, text.length / 300);
  const sqlErrors = Array.from({ length: many }, (_, at) => ({
    ...anError,
    line: at + 1,
    offset: at * 300,
    statement: text.slice(0, 100),
  }));
  const diagnostics = Array.from({ length: many }, () => aDiagnostic);
  return { diagnostics, sqlErrors, abnormalEnds: [], request: request(text) };
}

/** What reads, in the page or while the server renders it, what projects and links hold. */
export const pageScanners: Scanner[] = [
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
  {
    name: 'highlightCode of Rust',
    ...source,
    known: [...(source.known ?? []), ['\tr#"', "//default_version = '"]],
    scan: (text) => highlightCode(text, 'rust'),
  },
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
  {
    name: 'withDependency',
    ...source,
    known: [...(source.known ?? []), ['[ ', ' ']],
    scan: (text) => withDependency(text, { name: 'a', version: '1' }),
  },
  { name: 'hasDependency', ...source, scan: (text) => hasDependency(text, 'a') },
  { name: 'foldLines', ...source, scan: (text) => foldLines(text, [2, 3]) },
  {
    name: 'copying as Markdown',
    ...source,
    known: [['` ']],
    scan: (text) =>
      copyForms.markdown.write({
        origin: 'https://example.org',
        link: 'a',
        title: '',
        files: { 'src/lib.rs': text },
        sql: '',
        postgres: null,
        events: [],
      }),
  },
  {
    name: 'documentWords',
    ...source,
    known: [...(source.known ?? []), ['"'], ["'"], ['"', '\\'], ['//']],
    scan: (text) => ['rust', 'pgsql', 'toml'].map((language) => documentWords(text, language)),
  },
  { name: 'textAreaHtml', ...source, scan: (text) => textAreaHtml('src/lib.rs', text) },
  { name: 'changedStretch', ...source, scan: (text) => changedStretch(text, `${text}a`) },
  { name: 'sameCharacter', ...source, scan: (text) => sameCharacter(text, `${text} `, text.length) },
  { name: 'spanMapper', ...source, scan: (text) => spanMapper(text, `${text}\na`) },
  { name: 'marksOf', ...source, scan: (text) => marksOf('src/lib.rs', `${text}a`, findings(text)) },
  { name: 'fixesOf', ...source, scan: (text) => fixesOf('src/lib.rs', `${text}a`, findings(text)) },
];
