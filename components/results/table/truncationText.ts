import type { StatementResult } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { countOf } from '../../ui/format/countOf.ts';

/** In words, what of a result is not shown, with the limits that cut it; null where all is there. */
export function truncationText({ truncated, rows, rowCount }: StatementResult): string | null {
  if (!truncated) return null;
  const kept =
    rowCount !== null && rows.length < rowCount
      ? `Showing the first ${countOf(rows.length, 'row')} of ${countOf(rowCount, 'row').replace(/ rows?$/, '')}.`
      : 'Some columns or long values are cut off.';
  return `${kept} Limits for a result: ${countOf(limits.resultRows, 'row')}, ${limits.resultColumns} columns, ${limits.valueLength / 1024} KiB per value, ${limits.resultBytes / 1024} KiB in total.`;
}
