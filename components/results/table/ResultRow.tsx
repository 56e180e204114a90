import { memo } from 'react';
import { ResultCell } from './ResultCell.tsx';

interface ResultRowProps {
  values: readonly (string | null)[];
  numeric: readonly boolean[];
  /** From 0. */
  index: number;
  /** Whether other rows of the grid are not drawn, so that its place must be said. */
  windowed: boolean;
  lines: 1 | 2 | 8;
  /** The column of the cell that Tab reaches; null where that is in another row. */
  active: number | null;
}

/** One row of a grid, drawn anew only where something of it is another. */
export const ResultRow = memo(function ResultRow({
  values,
  numeric,
  index,
  windowed,
  lines,
  active,
}: ResultRowProps) {
  return (
    <tr
      data-row={index}
      aria-rowindex={windowed ? index + 2 : undefined}
      className="hover:bg-sunken [&:last-child>td]:border-b-0"
    >
      {numeric.map((isNumeric, column) => (
        <ResultCell
          // biome-ignore lint/suspicious/noArrayIndexKey: a result's columns never move
          key={column}
          value={values[column] ?? null}
          numeric={isNumeric}
          lines={lines}
          active={column === active}
        />
      ))}
    </tr>
  );
});
