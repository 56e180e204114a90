import { CircleSlash, Unplug } from 'lucide-react';
import type { RunEventOf } from '../../protocol/events/events.ts';
import { formatMs } from '../ui/format/formatMs.ts';

/** How a run ended where nothing before has said it: cancelled, unavailable, or with a word from the server. */
export function DoneLine({ event }: { event: RunEventOf<'done'> }) {
  if (event.outcome === 'unavailable')
    return (
      <div className="rounded-sm border-warn border-l-2 bg-warn-soft px-3 py-2">
        <p className="flex items-center gap-2 font-medium text-warn">
          <Unplug aria-hidden size={15} className="shrink-0" />
          This run couldn’t be finished
        </p>
        <p className="mt-1">{event.message ?? 'Its container was lost. Your files are safe. Run again.'}</p>
      </div>
    );
  if (event.outcome === 'cancelled')
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleSlash aria-hidden size={15} className="shrink-0" />
        {event.message ?? `Cancelled after ${formatMs(event.ms)}. Earlier results are kept.`}
      </p>
    );
  return <p className="text-muted">{event.message}</p>;
}
