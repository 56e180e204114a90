import { memo } from 'react';
import { diagnosticsOf } from '../session/runParts.ts';
import type { RunRecord } from '../session/sessionState.ts';
import type { ResultActions } from './actions.ts';
import { StoryEntry } from './StoryEntry.tsx';
import type { StoryItem } from './story.ts';
import { storyOfRuns } from './storyOfRuns.ts';

interface ResultStoryProps {
  current: RunRecord | null;
  previous: RunRecord | null;
  actions: ResultActions;
}

/** What the runs said, in order. What the run under way has not replaced yet is dimmed. */
export const ResultStory = memo(function ResultStory({ current, previous, actions }: ResultStoryProps) {
  const shown = storyOfRuns(current, previous);
  const diagnostics = diagnosticsOf(current?.events ?? []);
  const ended = current !== null && current.done !== null;
  const firstStale = shown.findIndex(({ stale }) => stale);
  return (
    <ol className="flex flex-wrap gap-x-3 gap-y-3 px-3 py-2" aria-busy={current !== null && !ended}>
      {shown.map(({ item, stale }, index) => (
        <li key={item.key} className={`min-w-0 ${widthOf(item, stale)} ${stale ? 'stale' : ''}`}>
          {ended && index === firstStale && (
            <p className="mb-2 border-line border-t pt-2">Results of the previous run:</p>
          )}
          <StoryEntry item={item} diagnostics={stale ? [] : diagnostics} actions={actions} />
        </li>
      ))}
    </ol>
  );
});

/** What was built and what became of it share a line where there is room; a failed build has much to say. */
function widthOf(item: StoryItem, stale: boolean): string {
  if (item.kind === 'build' && (stale || item.event.ok)) return '';
  return item.kind === 'extension' ? 'flex-[1_1_18rem]' : 'basis-full';
}
