'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { useLoaded } from '../../browser/useLoaded.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { rowsInHtml } from '../firstHtml.ts';
import { isNumeric } from './columnKind.ts';
import { columnWidths } from './columnWidths.ts';
import { OpenedCell } from './OpenedCell.tsx';
import { ResultRow } from './ResultRow.tsx';
import { useGridCells } from './useGridCells.ts';

/** From this many rows on, only those in sight are drawn, each on one line. */
const windowedFrom = 80;
/** A wide result has them with fewer rows: so many cells make a browser slow. */
const mostCells = 4_000;
const windowedWideFrom = 20;
const rowHeight = 25;

/** Rows and columns of a result. It scrolls inside itself; its heading stays in sight, and each value can be opened. */
export function ResultGrid({ result, label }: { result: StatementResult; label: string }) {
  const { columns, rows } = result;
  const scroller = useRef<HTMLElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const widths = useMemo(() => columnWidths(result), [result]);
  const loaded = useLoaded();
  const isWide = rows.length >= windowedWideFrom && rows.length * columns.length > mostCells;
  const windowed = rows.length >= windowedFrom || isWide;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: windowed,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const shown = windowed
    ? virtualizer.getVirtualItems().map(({ index }) => index)
    : rows.slice(0, loaded ? rows.length : rowsInHtml(result)).map((_, index) => index);
  const numeric = useMemo(() => columns.map(({ type }) => isNumeric(type)), [columns]);
  // One long value among many rows must not push the others out of sight.
  const lines = windowed ? 1 : rows.length > 1 ? 2 : 8;
  const cells = useGridCells(result, grid, (row) => {
    if (windowed) virtualizer.scrollToIndex(row);
  });
  const { active, opened } = cells;
  const above = (shown[0] ?? 0) * rowHeight;
  const below = windowed ? (rows.length - 1 - (shown.at(-1) ?? -1)) * rowHeight : 0;

  return (
    <ScrollRegion
      as="section"
      ref={scroller}
      aria-label={label}
      className="max-h-[min(60vh,32rem)] w-fit max-w-full scroll-pt-7 overflow-auto rounded-sm border border-line bg-pane"
    >
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells can be gone through
        role="grid"
        onClick={cells.onClick}
        onKeyDown={cells.onKeyDown}
        className="table-fixed border-separate border-spacing-0 font-mono text-[12.5px] leading-5"
        style={{
          width: cssWidth(
            widths.reduce((sum, width) => sum + width, 0),
            widths.length,
          ),
        }}
        aria-rowcount={windowed ? rows.length + 1 : undefined}
      >
        <colgroup>
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a result's columns never move
            <col key={index} style={{ width: cssWidth(width, 1) }} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-1">
          <tr aria-rowindex={windowed ? 1 : undefined}>
            {columns.map(({ name, type }, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, places do not
                key={index}
                scope="col"
                className={`truncate border-line border-r border-b bg-sunken px-2 py-0.5 font-medium last:border-r-0 ${isNumeric(type) ? 'text-right' : 'text-left'}`}
              >
                {name} <span className="font-normal text-faint text-small">{type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map((index) => (
            <ResultRow
              key={index}
              values={rows[index] ?? []}
              numeric={numeric}
              index={index}
              windowed={windowed}
              lines={lines}
              active={active.row === index ? active.column : null}
            />
          ))}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      {opened && <OpenedCell opened={opened} onClose={cells.close} onClosed={cells.refocus} />}
    </ScrollRegion>
  );
}

/** Character cells, and for each column its padding and hairline. */
function cssWidth(characters: number, columns: number): string {
  return `calc(${characters}ch + ${columns * 17}px)`;
}
