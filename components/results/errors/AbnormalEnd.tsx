import { OctagonX, Zap } from 'lucide-react';
import { abnormalEndTitle, type AbnormalEnd as Event } from '../../session/state/abnormalEndTitle.ts';
import { crashAdvice } from './crashAdvice.ts';

/** A backend that died or a limit that was met: what happened, then what to do. */
export function AbnormalEnd({ event }: { event: Event }) {
  const crashed = event.type === 'crash';
  const advice = crashed ? crashAdvice(event.signal) : null;
  const Icon = crashed ? Zap : OctagonX;
  return (
    <div className="rounded-sm border-bad border-l-2 bg-bad-soft px-3 py-2">
      <p className="flex items-center gap-2 font-medium text-bad">
        <Icon aria-hidden size={15} className="shrink-0" />
        {abnormalEndTitle(event)}
      </p>
      <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{event.message}</p>
      {advice && <p className="mt-1 text-muted">{advice}</p>}
    </div>
  );
}
