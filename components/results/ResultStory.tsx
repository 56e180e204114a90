import { memo } from 'react';
import { useLoaded } from '../browser/useLoaded.ts';
import { diagnosticsOf } from '../session/state/runParts.ts';
import type { RunRecord } from '../session/state/sessionState.ts';
import { itemsInHtml } from './firstHtml.ts';
import type { ResultActions } from './resultActions.ts';
import { StoryEntry } from './StoryEntry.tsx';
import type { StoryItem } from './story.ts';
import { timelineOf } from './timelineOf.ts';

interface ResultStoryProps {
  current: RunRecord | null;
  previous: RunRecord | null;
  actions: ResultActions;
}

/** What the runs said, in order. What the run under way has not replaced yet is dimmed. */
export const ResultStory = memo(function ResultStory({ current, previous, actions }: ResultStoryProps) {
  const all = timelineOf(current, previous);
  const loaded = useLoaded();
  const shown = loaded ? all : all.slice(0, itemsInHtml(all));
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
      {shown.length < all.length && (
        <li className="basis-full text-muted">
          {all.length - shown.length} more follow when the page has loaded.
        </li>
      )}
    </ol>
  );
});

/** What was built and what became of it share a line where there is room; a failed build has much to say. */
function widthOf(item: StoryItem, stale: boolean): string {
  if (item.kind === 'build' && (stale || item.event.ok)) return '';
  return item.kind === 'extension' ? 'flex-[1_1_18rem]' : 'basis-full';
}
