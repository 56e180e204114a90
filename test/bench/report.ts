/** One line of the report: a figure, what it is held against, and whether it holds. */
export interface Line {
  what: string;
  value: number;
  unit: 's' | 'MB' | 'GB' | '×';
  /** The most that it may be, in the same unit; null for a figure that others are held against. */
  target: number | null;
  note?: string;
}

const shown = (value: number, unit: Line['unit']) =>
  `${value.toFixed(unit === 'MB' ? 0 : 2)}${unit === '×' ? '' : ' '}${unit}`;

/** The report as a table of fixed columns. */
export function table(lines: Line[]): string {
  const cells = lines.map(({ what, value, unit, target, note }) => [
    what,
    shown(value, unit),
    target === null ? '' : `≤ ${shown(target, unit)}`,
    target === null ? '' : value <= target ? 'held' : `MISSED by ${shown(value - target, unit)}`,
    note ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
