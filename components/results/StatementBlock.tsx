'use client';
import { AlignJustify } from 'lucide-react';
import { useState } from 'react';
import type { StatementResult } from '../../protocol/events/events.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { formatMs } from '../ui/format/formatMs.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { resultSummary } from './resultSummary.ts';
import { CopyMenu } from './table/CopyMenu.tsx';
import { isPlan, PlanView } from './table/PlanView.tsx';
import { RecordView } from './table/RecordView.tsx';
import { ResultGrid } from './table/ResultGrid.tsx';
import { truncationText } from './table/truncationText.ts';

/** What a statement gave. */
export function StatementBlock({ result }: { result: StatementResult }) {
  const [expanded, setExpanded] = useState(false);
  const { columns, rows, text } = result;
  const label = `Result of statement ${result.index + 1}`;
  const truncation = truncationText(result);
  const plan = isPlan(result);
  const isGrid = columns.length > 0 && rows.length > 0;
  return (
    <div className="space-y-1">
      {text !== undefined && text !== '' && (
        <ScrollRegion
          as="section"
          aria-label={label}
          className="max-h-[min(60vh,32rem)] w-fit max-w-full overflow-auto rounded-sm border border-line bg-pane px-2 py-1"
        >
          <pre>{text}</pre>
        </ScrollRegion>
      )}
      {plan && <PlanView result={result} label={label} />}
      {columns.length > 0 &&
        !plan &&
        (expanded && isGrid ? (
          <RecordView result={result} label={label} />
        ) : (
          <ResultGrid result={result} label={label} />
        ))}
      {truncation && <p className="text-warn">{truncation}</p>}
      <div className="flex min-h-6 items-center gap-1 text-muted text-small tabular-nums">
        <span className="mr-1">
          {[resultSummary(result), formatMs(result.ms)].filter(Boolean).join(' · ')}
        </span>
        {isGrid && (
          <>
            {!plan && (
              <IconButton
                icon={AlignJustify}
                label="Expanded display: one line per value"
                aria-pressed={expanded}
                onClick={() => setExpanded(!expanded)}
              />
            )}
            <CopyMenu result={result} />
          </>
        )}
        {text && <CopyButton label="Copy output" text={() => text} />}
      </div>
    </div>
  );
}
