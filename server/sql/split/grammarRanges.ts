import { byteOffsets } from './byteOffsets.ts';
import { parseSql } from './sqlParser.ts';

/** Where a statement stands, in UTF-16 code units, without its semicolon. */
export interface Range {
  start: number;
  end: number;
}

/** The statements of some SQL by Postgres's own grammar; null where it does not parse (or nests too deeply to). */
export function grammarRanges(sql: string): Range[] | null {
  if (sql === '') return [];
  try {
    const { stmts = [] } = parseSql(sql);
    const unit = byteOffsets(sql);
    const bytes = Buffer.byteLength(sql);
    return stmts.map(({ stmt_location: start = 0, stmt_len: length }) => {
      const from = unit(start);
      const text = sql.slice(from, unit(length === undefined ? bytes : start + length));
      return { start: from, end: from + text.trimEnd().length };
    });
  } catch {
    // Broken SQL is what people write. The statement goes to Postgres as it is, and Postgres says what is wrong.
    return null;
  }
}
