'use client';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { useLoaded } from '../../browser/useLoaded.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';

/** What of a plan is in the server's HTML; the longest is half a megabyte. */
const charactersInHtml = 20_000;

/** Whether a result is what EXPLAIN gives, in any of its formats. */
export function isPlan({ columns }: Pick<StatementResult, 'columns'>): boolean {
  return columns.length === 1 && columns[0]?.name === 'QUERY PLAN';
}

/** A plan as EXPLAIN draws it: its lines stay lines, and its indentation says what belongs to what. */
export function PlanView({ result, label }: { result: StatementResult; label: string }) {
  const loaded = useLoaded();
  const text = result.rows.map(([line]) => line ?? '').join('\n');
  return (
    <ScrollRegion
      as="section"
      aria-label={label}
      className="max-h-[min(60vh,32rem)] w-full overflow-auto rounded-sm border border-line bg-pane px-2 py-1"
    >
      <pre className="[unicode-bidi:isolate]">{loaded ? text : text.slice(0, charactersInHtml)}</pre>
    </ScrollRegion>
  );
}
