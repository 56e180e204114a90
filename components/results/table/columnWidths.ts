import stringWidth from 'string-width';
import type { StatementResult } from '../../../protocol/events.ts';

/** Widest column, in character cells; longer values wrap or are cut, and stand whole in the expanded display. */
const widest = 48;
const narrowest = 4;
/** A value is looked at so far only: the width is found out at `widest`. */
const looked = widest * 4;

/** How wide each column of a result is to be, in character cells: as its widest value or heading, within bounds. */
export function columnWidths({ columns, rows }: Pick<StatementResult, 'columns' | 'rows'>): number[] {
  return columns.map(({ name, type }, index) => {
    let width = Math.max(narrowest, stringWidth(name) + 1 + type.length);
    for (const row of rows) {
      if (width >= widest) break;
      width = Math.max(width, cellWidth(row[index] ?? null));
    }
    return Math.min(width, widest);
  });
}

function cellWidth(value: string | null): number {
  if (value === null) return narrowest;
  return Math.max(...value.slice(0, looked).split('\n').map(widthOf));
}

/** Most values are ASCII, for which the length is the width and no grapheme must be looked for. */
function widthOf(line: string): number {
  return /^[\x20-\x7e]*$/.test(line) ? line.length : stringWidth(line);
}
