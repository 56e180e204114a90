/** One line of the report: a figure, what it is held against, and whether it holds. */
export interface Line {
  what: string;
  value: number;
  unit: 's' | 'kB' | 'MB' | 'GB' | '×' | '/s';
  /** The most that it may be, and of a rate the least, in the same unit; null where nothing is held against it. */
  target: number | null;
  note?: string;
}

const holds = (value: number, target: number, unit: Line['unit']) =>
  unit === '/s' ? value >= target : value <= target;

const shown = (value: number, unit: Line['unit']) =>
  `${value.toFixed(unit === 'MB' ? 0 : 2)}${unit === '×' ? '' : ' '}${unit}`;

/** The report as a table of fixed columns. */
export function table(lines: Line[]): string {
  const cells = lines.map(({ what, value, unit, target, note }) => [
    what,
    shown(value, unit),
    target === null ? '' : `${unit === '/s' ? '≥' : '≤'} ${shown(target, unit)}`,
    target === null
      ? ''
      : holds(value, target, unit)
        ? 'held'
        : `MISSED by ${shown(Math.abs(value - target), unit)}`,
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
