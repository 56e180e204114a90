import { Bell } from 'lucide-react';
import { memo } from 'react';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ResultActions } from '../results/resultActions.ts';
import { StoryEntry } from '../results/StoryEntry.tsx';
import { toStory } from '../results/story.ts';
import { resultsOf } from '../session/state/runParts.ts';
import type { Saying } from './connectionRecord.ts';

/** What one execution said, as the results pane tells a run; notifications in their place. */
export const SayingView = memo(function SayingView({ saying, actions }: SayingViewProps) {
  const asked = saying.events.find((event) => event.type === 'execution');
  const events = saying.events.filter(
    (event): event is RunEvent => event.type !== 'execution' && event.type !== 'notification',
  );
  const notifications = saying.events.filter((event) => event.type === 'notification');
  const story = toStory(resultsOf(events));
  return (
    <>
      {asked && story.length === 0 && <pre className="truncate text-muted">{asked.sql}</pre>}
      {story.map((item) => (
        <StoryEntry key={item.key} item={item} diagnostics={[]} actions={actions} />
      ))}
      {notifications.map(({ channel, payload, pid }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notifications are only ever added at the end
        <p key={index} className="flex items-baseline gap-1.5">
          <Bell aria-hidden size={12} className="shrink-0 text-pg" />
          <span>
            Notification on <span className="font-mono">{channel}</span>
            {payload && (
              <>
                : <span className="font-mono">{payload}</span>
              </>
            )}{' '}
            <span className="text-muted">from backend {pid}</span>
          </span>
        </p>
      ))}
    </>
  );
});

interface SayingViewProps {
  saying: Saying;
  actions: ResultActions;
}
