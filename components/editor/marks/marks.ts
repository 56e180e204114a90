import type { Diagnostic, SqlError } from '../../../protocol/events/events.ts';
import type { RunRequest } from '../../../protocol/project.ts';
import { type AbnormalEnd, abnormalEndTitle } from '../../session/state/abnormalEndTitle.ts';
import { diagnosticDetails } from '../../session/state/diagnosticDetails.ts';
import { positionsIn, type TextPosition } from '../../ui/text/positionAt.ts';
import { utf16Offset } from '../../ui/text/utf16Offset.ts';
import { scriptDocument } from '../../workspace/documents.ts';
import type { Span } from './span.ts';
import { spanMapper } from './spanMapper.ts';

/** What is wrong with a stretch of a document. */
export interface Mark extends Span {
  severity: Diagnostic['severity'];
  message: string;
  /** rustc's code or lint, or Postgres's SQLSTATE. */
  code: string | null;
  source: 'rustc' | 'Postgres';
}

/** What a run said, and of which text: `request` is null where the page was loaded after the run began. */
export interface RunFindings {
  diagnostics: readonly Diagnostic[];
  sqlErrors: readonly SqlError[];
  abnormalEnds: readonly AbnormalEnd[];
  request: RunRequest | null;
}

/** The text that the findings speak of; null where the page does not know it. */
export function textOfRun(request: RunRequest | null, document: string): string | null {
  if (!request) return null;
  return (document === scriptDocument ? request.sql : request.files[document]) ?? null;
}

/** The marks for a document whose text is `text` now. What speaks of lines that read otherwise now is left out. */
export function marksOf(
  document: string,
  text: string,
  { diagnostics, sqlErrors, abnormalEnds, request }: RunFindings,
): Mark[] {
  const before = textOfRun(request, document);
  if (before === null) return [];
  const here = spanMapper(before, text);
  const positions = positionsIn(before);
  const lines = before.split('\n');
  const found = [
    ...diagnostics.flatMap((diagnostic) => diagnosticMark(diagnostic, document)),
    ...sqlErrors.flatMap((error) =>
      document === scriptDocument ? scriptMark(error, positions) : rustMark(error, document, lines),
    ),
    ...abnormalEnds.flatMap((end) => (document === scriptDocument ? endMark(end, positions) : [])),
  ];
  return found.flatMap((mark) => {
    const span = here(mark);
    return span ? { ...mark, ...span } : [];
  });
}

function diagnosticMark(diagnostic: Diagnostic, document: string): Mark | [] {
  const { file, line, column, endLine, endColumn, severity, code, message } = diagnostic;
  if (file !== document || line === null) return [];
  const start = { line, column: column ?? 1 };
  const end = { endLine: endLine ?? line, endColumn: endColumn ?? start.column };
  const said = [message, ...diagnosticDetails(diagnostic)].join('\n');
  return { ...start, ...end, severity, code, source: 'rustc', message: said };
}

/** The line that raised the error, without its indentation. */
function rustMark(error: SqlError, document: string, lines: readonly string[]): Mark | [] {
  if (error.file !== document || error.line === null) return [];
  const { line } = error;
  const column = indentOf(lines[line - 1] ?? '') + 1;
  return { ...sqlMark(error), line, column, endLine: line, endColumn: Number.MAX_SAFE_INTEGER };
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** The word at the error's position, or the statement's first line where Postgres names no position. */
function scriptMark(error: SqlError, positions: (offset: number) => TextPosition): Mark | [] {
  if (error.offset === undefined || error.index < 0) return [];
  const { statement, position } = error;
  const from = position === null ? 0 : utf16Offset(statement, position);
  const rest = statement.slice(from);
  const length = (position === null ? /^[^\n]*/ : /^(?:\w+|"[^"\n]*"|'[^'\n]*'|[^\s\w]?)/).exec(rest)?.[0]
    .length;
  const start = positions(error.offset + from);
  const end = positions(error.offset + from + Math.max(1, length ?? 1));
  return { ...sqlMark(error), ...start, endLine: end.line, endColumn: end.column };
}

/** The first line of the statement that crashed or met a limit. */
function endMark(end: AbnormalEnd, positions: (offset: number) => TextPosition): Mark | [] {
  const { index = -1, offset, statement = '', message } = end;
  if (offset === undefined || index < 0) return [];
  const start = positions(offset);
  const stop = positions(offset + Math.max(1, statement.split('\n', 1)[0]?.length ?? 1));
  const said = `${abnormalEndTitle(end)}\n${firstLines(message)}`;
  const place = { ...start, endLine: stop.line, endColumn: stop.column };
  return { ...place, severity: 'error', source: 'Postgres', code: null, message: said };
}

function sqlMark({ severity, sqlstate, message, detail, hint }: SqlError) {
  const more = [detail && `DETAIL: ${firstLines(detail)}`, hint && `HINT: ${firstLines(hint)}`];
  return {
    severity: 'error',
    source: 'Postgres',
    code: sqlstate,
    message: [`${severity}: ${message}`, ...more].filter(Boolean).join('\n'),
  } as const;
}

/** A panic's DETAIL can hold a backtrace of a hundred lines: the results have it all. */
function firstLines(text: string): string {
  const lines = text.split('\n');
  return lines.length > 6 ? [...lines.slice(0, 6), '…'].join('\n') : text;
}
