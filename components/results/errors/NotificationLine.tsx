import { Bell } from 'lucide-react';
import type { RunEventOf } from '../../../protocol/events/events.ts';

/** What a NOTIFY has brought. */
export function NotificationLine({ notification }: { notification: RunEventOf<'notification'> }) {
  const { channel, payload, pid } = notification;
  return (
    <p className="flex items-baseline gap-1.5">
      <Bell aria-hidden size={12} className="shrink-0 text-pg" />
      <span className="[overflow-wrap:anywhere]">
        Notification on <span className="font-mono">{channel}</span>
        {payload && (
          <>
            : <span className="font-mono">{payload}</span>
          </>
        )}{' '}
        <span className="text-muted">from backend {pid}</span>
      </span>
    </p>
  );
}
