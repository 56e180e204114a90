import type { SqlError } from '../../protocol/events.ts';
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
  // Postgres reads the script with the text of its \echo lines removed.
  const script = sql.replace(/^\\echo.*$/gm, '');
  const line = position === null ? Number(named) : lineOfCharacter(script, position);
  const lines = script.split('\n');
  const [, path = '', rustLine] = lastOrigin(lines, line) ?? [];
  const file = error.file === null ? sources.named(path) : null;
  return {
    ...error,
    position: position === null ? error.position : null,
    where: error.where ?? `Line ${line} of the extension's SQL: ${lines[line - 1]?.trim().slice(0, 500)}`,
    ...(file && { file, line: Math.max(1, Number(rustLine)) }),
  };
}

/** The mark of the item that a line belongs to. */
function lastOrigin(lines: readonly string[], line: number): RegExpExecArray | null {
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const match = origin.exec(lines[at] ?? '');
    if (match) return match;
  }
  return null;
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
