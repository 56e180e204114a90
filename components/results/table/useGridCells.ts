import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { type GridPlace, placeAfter, placeOf } from './gridKeys.ts';
import type { OpenedValue } from './ValueDialog.tsx';

/**
 * The cells of a grid by keyboard and mouse: Tab reaches one of them, arrows go from there, Enter or a click opens the
 * value.
 */
export function useGridCells(
  { columns, rows }: StatementResult,
  grid: RefObject<HTMLTableElement | null>,
  scrollToRow: (row: number) => void,
) {
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [opened, setOpened] = useState<OpenedValue | null>(null);
  const wanted = useRef(false);

  useLayoutEffect(() => {
    if (wanted.current) focusCell(grid.current, active);
    wanted.current = false;
  }, [active, grid]);

  function goTo(place: GridPlace) {
    wanted.current = true;
    scrollToRow(place.row);
    setActive(place);
  }

  function open({ row, column }: GridPlace) {
    const value = rows[row]?.[column] ?? null;
    const { name, type } = columns[column] ?? { name: '', type: '' };
    if (value !== null) setOpened({ column: name, type, row: row + 1, value });
  }

  return {
    active,
    opened,
    close: () => setOpened(null),
    refocus: () => focusCell(grid.current, active),
    onClick(event: MouseEvent) {
      const place = placeOf(event.target);
      // Whoever has just selected text wants to copy that.
      if (!place || getSelection()?.isCollapsed === false) return;
      goTo(place);
      open(place);
    },
    onKeyDown(event: KeyboardEvent) {
      const place = placeOf(event.target);
      if (!place || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = placeAfter(event.key, place, { rows: rows.length, columns: columns.length });
      if (!next && event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (next) goTo(next);
      else open(place);
    },
  };
}

function focusCell(grid: HTMLElement | null, { row, column }: GridPlace): void {
  grid?.querySelector<HTMLElement>(`[data-row="${row}"] > :nth-child(${column + 1})`)?.focus();
}
