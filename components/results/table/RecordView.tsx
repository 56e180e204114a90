import { Fragment } from 'react';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';

/** More records at once make a page that nobody reads and no browser likes; the grid and the copies have them all. */
const shownRecords = 50;

/** A result with one line for each value, whole, as psql's expanded display has it. */
export function RecordView({ result, label }: { result: StatementResult; label: string }) {
  const { columns, rows } = result;
  return (
    <ScrollRegion
      as="section"
      aria-label={label}
      className="max-h-[min(60vh,32rem)] overflow-auto rounded-sm border border-line bg-pane font-mono text-[12.5px]"
    >
      {rows.slice(0, shownRecords).map((row, record) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a result's rows never move
        <Fragment key={record}>
          <h4 className="sticky top-0 border-line border-b bg-sunken px-2 text-faint text-small">
            record {record + 1}
          </h4>
          <dl className="grid grid-cols-[minmax(4rem,max-content)_1fr] gap-x-3 border-line border-b px-2 py-1 last:border-b-0">
            {columns.map(({ name }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, places do not
              <Fragment key={column}>
                <dt className="max-w-48 truncate text-pg">{name}</dt>
                <dd className="whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:isolate]">
                  {row[column] ?? <span className="text-faint italic">null</span>}
                </dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
      {rows.length > shownRecords && (
        <p className="border-line border-t px-2 py-1 text-muted">
          Showing records 1 to {shownRecords}. The grid and copies include all {rows.length}.
        </p>
      )}
    </ScrollRegion>
  );
}
