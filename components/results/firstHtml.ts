import type { StatementResult } from '../../protocol/events/events.ts';
import type { ShownItem } from './timelineOf.ts';

/**
 * What the server's HTML has of a run: as much as it makes in some 50 ms, which is more than anyone reads before the page
 * has loaded and shows the rest. A recorded run of a megabyte would else be 45 MB of HTML, made in three seconds.
 */
const budget = 5_000;

/** Some 10 µs of the server's time each, as measured: a cell of a grid; what is around one; a notice; a kilobyte. */
const weights = { cell: 1, statement: 40, notice: 3, kilobyte: 5 };
const cellsOfGrid = 2_000;
const noticesOfItem = 500;

/** How many items of a story are in the server's HTML, at least one. */
export function itemsInHtml(shown: readonly ShownItem[]): number {
  let spent = 0;
  const over = shown.findIndex((one) => {
    spent += weightOf(one);
    return spent > budget;
  });
  return over < 0 ? shown.length : Math.max(1, over);
}

function weightOf({ item }: ShownItem): number {
  const notices = Math.min(item.notices.length, noticesOfItem) * weights.notice;
  if (item.kind === 'serverLog') return notices + (item.text.length / 1024) * weights.kilobyte;
  if (item.kind !== 'statement') return notices + weights.statement;
  const { event } = item;
  const text =
    event.type === 'statement' ? event.sql.length + (event.text?.length ?? 0) : event.statement.length;
  const cells = event.type === 'statement' ? rowsInHtml(event) * event.columns.length : 0;
  return notices + weights.statement + cells * weights.cell + (text / 1024) * weights.kilobyte;
}

/** How many rows of a grid are in the server's HTML. */
export function rowsInHtml({ rows, columns }: Pick<StatementResult, 'rows' | 'columns'>): number {
  return Math.min(rows.length, Math.max(1, Math.floor(cellsOfGrid / Math.max(1, columns.length))));
}

/** The notices of an item that are in the server's HTML. */
export const noticesInHtml = <Notice>(notices: readonly Notice[]) => notices.slice(0, noticesOfItem);
