import stringWidth from 'string-width';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { countOf } from '../../ui/format/countOf.ts';
import { isNumeric } from './columnKind.ts';

/**
 * A result as psql prints it: headings in the middle, numbers at the right, `+` where a value goes on in the next
 * line. NULL is written out, as after `\pset null NULL`. `rowCount` may be more than the rows that were kept.
 */
export function toAlignedText({
  columns,
  rows,
  rowCount,
}: Pick<StatementResult, 'columns' | 'rows' | 'rowCount'>): string {
  const table = rows.map((row) => columns.map((_, index) => (row[index] ?? 'NULL').split(/\r\n|\r|\n/)));
  const widths = columns.map(({ name }, index) =>
    table.reduce(
      (width, row) => Math.max(width, ...(row[index] ?? []).map((line) => stringWidth(line))),
      stringWidth(name),
    ),
  );
  const heading = columns.map(({ name }, index) => ` ${centred(name, widths[index] ?? 0)} `).join('|');
  const rule = widths.map((width) => '-'.repeat(width + 2)).join('+');
  const body = table.flatMap((row) => linesOf(row, columns, widths));
  return `${[heading.trimEnd(), rule, ...body].join('\n')}\n(${countOf(rowCount ?? rows.length, 'row')})\n`;
}

function linesOf(row: string[][], columns: StatementResult['columns'], widths: number[]): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, y) =>
    row
      .map((lines, index) => {
        const text = lines[y] ?? '';
        const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)));
        const padded = isNumeric(columns[index]?.type ?? '') ? gap + text : text + gap;
        return ` ${padded}${y < lines.length - 1 ? '+' : ' '}`;
      })
      .join('|')
      .trimEnd(),
  );
}

function centred(text: string, width: number): string {
  const gap = Math.max(0, width - stringWidth(text));
  return ' '.repeat(Math.floor(gap / 2)) + text + ' '.repeat(Math.ceil(gap / 2));
}
