import type { StatementResult } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { countOf } from '../../ui/format/countOf.ts';
import { isCut } from './isCut.ts';

/** So many are named; the others are counted. */
const named = 3;

/** Which values were cut: `Cut off: body in row 1, body in row 3.` Nothing where none was. */
function cutValues(columns: StatementResult['columns'], rows: StatementResult['rows']): string {
  const cut = rows.flatMap((row, at) =>
    row.flatMap((value, column) => (isCut(value) ? `${columns[column]?.name} in row ${at + 1}` : [])),
  );
  if (cut.length === 0) return '';
  const more = cut.length > named ? ` and ${cut.length - named} more` : '';
  return `Cut off: ${cut.slice(0, named).join(', ')}${more}.`;
}

/** In words, what of a result is not shown, with the limits that cut it; null where all is there. */
export function truncationText({ truncated, columns, rows, rowCount }: StatementResult): string | null {
  if (!truncated) return null;
  const kept = [
    rowCount !== null &&
      rows.length < rowCount &&
      `Showing the first ${countOf(rows.length, 'row')} of ${countOf(rowCount, 'row').replace(/ rows?$/, '')}.`,
    cutValues(columns, rows),
  ].filter(Boolean);
  if (kept.length === 0) kept.push(`Showing the first ${countOf(columns.length, 'column')}.`);
  return `${kept.join(' ')} Limits for a result: ${countOf(limits.resultRows, 'row')}, ${limits.resultColumns} columns, ${limits.valueLength / 1024} KiB per value, ${limits.resultBytes / 1024} KiB in total.`;
}
