import { markLines } from '../../components/everyMajor/markLines.ts';
import { outputParts } from '../../components/lessons/article/outputParts.ts';
import { missingCrate } from '../../components/page/remedies/missingCrate.ts';
import { errorExcerpt } from '../../components/results/errors/errorExcerpt.ts';
import { prettyJson } from '../../components/results/table/prettyJson.ts';
import { toAlignedText } from '../../components/results/table/toAlignedText.ts';
import { toCsv } from '../../components/results/table/toCsv.ts';
import { toMarkdown } from '../../components/results/table/toMarkdown.ts';
import { valueForms } from '../../components/results/table/valueForms.ts';
import { diagnosticDetails } from '../../components/session/state/diagnosticDetails.ts';
import { contentInFragment } from '../../components/sharing/address/contentLink.ts';
import { maskVolatile } from '../../components/sharing/compare/maskVolatile.ts';
import { splitDescription } from '../../components/sharing/link/splitDescription.ts';
import { lineChunks } from '../../components/ui/text/lineChunks.ts';
import { lineDiff } from '../../components/ui/text/lineDiff.ts';
import { onlyColours } from '../../components/ui/text/onlyColours.ts';
import { positionAt } from '../../components/ui/text/positionAt.ts';
import { styledLine } from '../../components/ui/text/styledLine.ts';
import { hasPattern, matchesOutput } from '../../lessons/matchOutput.ts';
import { outputText } from '../../lessons/outputText.ts';
import type { Diagnostic, StatementResult } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { plainLine, plainText } from '../../protocol/plainText.ts';
import { drawable } from '../../server/pictures/drawable.ts';
import { aDiagnostic } from '../support/aDiagnostic.ts';
import { common, type Scanner } from './Scanner.ts';
import { anError } from './sayings.ts';

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

/** A diagnostic that has this text wherever one has any. */
const saying = (message: string): Diagnostic => ({
  ...aDiagnostic,
  labels: [{ file: 'src/a.rs', line: 1, message, primary: false }],
  notes: [{ file: null, line: null, message, severity: 'help' }],
  suggestions: [
    {
      message,
      applicability: 'Unspecified',
      edits: [{ file: 'src/lib.rs', line: 1, column: 1, endLine: 1, endColumn: 1, replacement: message }],
    },
  ],
});

/** What reads the output of programs and of Postgres, in the page or while the server renders it. */
export const outputScanners: Scanner[] = [
  { name: 'onlyColours', ...said, scan: onlyColours },
  { name: 'styledLine', ...said, scan: (text) => styledLine(text, () => false) },
  { name: 'styledLine of files', ...said, scan: (text) => styledLine(text, () => true) },
  { name: 'diagnosticDetails', ...said, scan: (text) => diagnosticDetails(saying(text)) },
  {
    name: 'missingCrate',
    ...said,
    known: [['`cargo add '], ['`cargo add ', 'a']],
    scan: (text) => missingCrate(saying(text), []),
  },
  { name: 'maskVolatile', ...said, scan: maskVolatile },
  { name: 'hasPattern', ...said, scan: (text) => hasPattern(text, 'a…b…c') },
  { name: 'matchesOutput', ...said, scan: (text) => matchesOutput('a\n…\nb\nc\n…\nd…e', text) },
  { name: 'outputText', ...said, scan: (message) => outputText([{ ...anError, message, detail: message }]) },
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
  {
    name: 'prettyJson',
    ...said,
    limit: limits.valueLength,
    known: [['{"a":['], ['[', ']'], ['"\\'], ['[1', ' ']],
    scan: (text) => prettyJson(`[${JSON.stringify(text)},${text}]`),
  },
  { name: 'valueForms', ...said, limit: limits.valueLength, scan: (text) => valueForms(text, 'bytea') },
  { name: 'outputParts', ...said, scan: (text) => outputParts(text, 'select 1;') },
  {
    name: 'markLines',
    ...said,
    limit: limits.resultBytes,
    known: [['a\n'], ['a\n', '\n']],
    scan: (text) => markLines(text, [text, 'a']),
  },
  {
    name: 'lineDiff',
    ...said,
    limit: limits.regressOutput,
    scan: (text) => lineDiff(text, `a\n${text}`),
  },
];
