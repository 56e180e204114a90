import type { SqlError } from '../../protocol/events.ts';
import type { RustSources } from './rustSources.ts';

/** How pgrx marks, in the SQL that it generates, where each item comes from. */
const origin = /^-- (\S+\.rs):(\d{1,7})$/;

/**
 * An error of CREATE EXTENSION with its place in the generated SQL, and in the Rust that it was generated from. Postgres
 * up to 17 gives the position in the script as if it were in the statement; from 18 on it names the script's line.
 */
export function placeInExtension(error: SqlError, sql: string, sources: RustSources): SqlError {
  // Postgres reads the script with the text of its \echo lines removed.
  const script = sql.replace(/^\\echo.*$/gm, '');
  const position = error.position !== null && error.position > error.statement.length ? error.position : null;
  const named = /extension script file "[^"]*", near line (\d{1,7})$/m.exec(error.where ?? '')?.[1];
  const before =
    position === null
      ? null
      : [...script]
          .slice(0, position - 1)
          .join('')
          .split('\n');
  const line = before?.length ?? (named ? Number(named) : null);
  if (line === null) return error;
  const marks = script.split('\n').slice(0, line).reverse();
  const [, path = '', rustLine] =
    marks.map((text) => origin.exec(text)).find((match) => match !== null) ?? [];
  const file = error.file === null ? sources.named(path) : null;
  return {
    ...error,
    position: position === null ? error.position : null,
    where:
      error.where ??
      `Line ${line} of the extension's SQL: ${script.split('\n')[line - 1]?.trim().slice(0, 500)}`,
    ...(file && { file, line: Math.max(1, Number(rustLine)) }),
  };
}
