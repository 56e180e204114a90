import type { StatementResult } from '../../protocol/events/events.ts';
import { countOf } from '../ui/format/countOf.ts';

/** What a statement gave, in a few words: `3 rows`, `INSERT · 2 rows`, `CREATE TABLE`. */
export function resultSummary({ command, rowCount, columns, text }: StatementResult): string {
  if (text !== undefined) return '';
  const rows = rowCount === null ? '' : countOf(rowCount, 'row');
  const verb = command?.replace(/[\d ]+$/, '') ?? '';
  const reads = columns.length > 0 || verb === 'SELECT';
  return [reads && verb === 'SELECT' ? '' : verb, rows].filter(Boolean).join(' · ') || 'done';
}
