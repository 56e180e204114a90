import { memo } from 'react';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ResultActions } from '../results/resultActions.ts';
import { StoryEntry } from '../results/StoryEntry.tsx';
import { toStory } from '../results/story.ts';
import { resultsOf } from '../session/state/runParts.ts';
import type { Saying } from './connectionRecord.ts';

/** What one execution said, as the results pane tells a run. */
export const SayingView = memo(function SayingView({ saying, actions }: SayingViewProps) {
  const asked = saying.events.find((event) => event.type === 'execution');
  const events = saying.events.filter((event): event is RunEvent => event.type !== 'execution');
  const story = toStory(resultsOf(events));
  return (
    <>
      {asked && story.length === 0 && <pre className="truncate text-muted">{asked.sql}</pre>}
      {story.map((item) => (
        <StoryEntry key={item.key} item={item} diagnostics={[]} actions={actions} />
      ))}
    </>
  );
});

interface SayingViewProps {
  saying: Saying;
  actions: ResultActions;
}
