import stringWidth from 'string-width';
import type { StatementResult } from '../../../protocol/events/events.ts';

/** Widest column, in character cells; longer values wrap or are cut, and stand whole in the expanded display. */
const widest = 48;
const narrowest = 4;
/** A value is looked at so far only: the width is found out at `widest`. */
const looked = widest * 4;

/** To find the characters of what is no ASCII takes long: of a result, so much is measured, and the rest is reckoned. */
const measured = 2_000;

/** How wide each column of a result is to be, in character cells: as its widest value or heading, within bounds. */
export function columnWidths({ columns, rows }: Pick<StatementResult, 'columns' | 'rows'>): number[] {
  let left = measured;
  const widthOf = (line: string) => {
    // Most values are ASCII, for which the length is the width and no grapheme must be looked for.
    if (/^[\x20-\x7e]*$/.test(line)) return line.length;
    left -= line.length;
    return left > 0 ? stringWidth(line) : reckonedWidth(line);
  };
  return columns.map(({ name, type }, index) => {
    let width = Math.max(narrowest, widthOf(name) + 1 + type.length);
    for (const row of rows) {
      if (width >= widest) break;
      const value = row[index] ?? null;
      const lines = value === null ? [] : value.slice(0, looked).split('\n');
      width = Math.max(width, ...lines.map(widthOf));
    }
    return Math.min(width, widest);
  });
}

/** Two cells for each character from Hangul on, of which most scripts are wide, and for a pair of surrogates. */
function reckonedWidth(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    width += code < 0x1100 || isSurrogate ? 1 : 2;
  }
  return width;
}
