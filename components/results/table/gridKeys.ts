/** A cell of a grid, from 0. */
export interface GridPlace {
  row: number;
  column: number;
}

/** Where a key leads from a cell, within the grid; null for a key that leads nowhere. */
export function placeAfter(key: string, { row, column }: GridPlace, size: { rows: number; columns: number }) {
  const to: Record<string, GridPlace> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
  };
  const place = Object.hasOwn(to, key) ? to[key] : undefined;
  if (!place) return null;
  return {
    row: Math.min(Math.max(0, place.row), size.rows - 1),
    column: Math.min(Math.max(0, place.column), size.columns - 1),
  };
}

/** The cell that an event came from; null where it came from none. */
export function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest('td') : null;
  const row = cell?.closest('tr')?.dataset.row;
  return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex } : null;
}
