import Papa from 'papaparse';
import type { StatementResult } from '../../../protocol/events/events.ts';

/**
 * Values that a spreadsheet would take for a formula (OWASP's list, with the full-width signs), plain numbers aside.
 * They get an apostrophe before them, which spreadsheets do not show.
 */
const formula = /^(?![-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$)[=+\-@\t\r\n＝＋－＠]/i;

/**
 * A result as CSV (RFC 4180) with a heading, safe to open in a spreadsheet. As in Postgres's own CSV, NULL is nothing
 * at all and an empty string is `""`.
 */
export function toCsv({ columns, rows }: Pick<StatementResult, 'columns' | 'rows'>): string {
  return Papa.unparse(
    { fields: columns.map(({ name }) => name), data: rows },
    { escapeFormulae: formula, quotes: (value) => value === '' },
  );
}
