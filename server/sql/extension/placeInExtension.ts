import type { SqlError } from '../../../protocol/events/events.ts';
import type { RustSources } from './rustSources.ts';

/** How pgrx marks, in the SQL that it generates, where each item comes from. */
const origin = /^-- (\S+\.rs):(\d{1,7})$/;

/**
 * An error of CREATE EXTENSION with its place in the generated SQL, and in the Rust that it was generated from. Postgres
 * up to 17 gives the position in the script as if it were in the statement; from 18 on it names the script's line.
 */
export function placeInExtension(error: SqlError, sql: string, sources: RustSources): SqlError {
  const position = error.position !== null && error.position > error.statement.length ? error.position : null;
  const named = /extension script file "[^"]*", near line (\d{1,7})$/m.exec(error.where ?? '')?.[1];
  if (position === null && !named) return error;
  const script = scriptAsRead(sql);
  const line = position === null ? Number(named) : lineOfCharacter(script, position);
  const placed = placeAtOffset(error, script, startOfLine(script, line), sources);
  return position === null ? placed : { ...placed, position: null };
}

/** Postgres reads an extension's script with the text of its \echo lines removed. */
export const scriptAsRead = (sql: string) => (sql.includes('\\echo') ? sql.replace(/^\\echo.*$/gm, '') : sql);

/** An error with the line of the script that an offset in it is in, and the Rust that this was generated from. */
export function placeAtOffset(
  error: SqlError,
  script: string,
  offset: number,
  sources: RustSources,
): SqlError {
  const start = script.lastIndexOf('\n', offset - 1) + 1;
  const end = endOfLine(script, start);
  const [, path = '', rustLine] = lastOrigin(script, end) ?? [];
  const file = error.file === null ? sources.named(path) : null;
  const line = lineOfOffset(script, start);
  return {
    ...error,
    where:
      error.where ?? `Line ${line} of the extension's SQL: ${script.slice(start, end).trim().slice(0, 500)}`,
    ...(file && { file, line: Math.max(1, Number(rustLine)) }),
  };
}

/** The mark of the item that ends at or behind a place: the last one before it. */
function lastOrigin(script: string, end: number): RegExpExecArray | null {
  for (let at = end; at > 0; ) {
    const start = script.lastIndexOf('\n-- ', at - 1) + 1;
    const match = origin.exec(script.slice(start, endOfLine(script, start)));
    if (match || start === 0) return match;
    at = start - 1;
  }
  return null;
}

/** Where a line begins, which is counted from 1; the text's end where it has none so far. */
function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The line, from 1, that an offset is in. */
function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The line, from 1, of a character that is counted from 1. */
function lineOfCharacter(text: string, position: number): number {
  let line = 1;
  let left = position - 1;
  for (const character of text) {
    if (left-- <= 0) break;
    if (character === '\n') line++;
  }
  return line;
}
