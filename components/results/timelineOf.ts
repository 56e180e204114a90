import { isRunning } from '../session/state/isRunning.ts';
import { resultsOf } from '../session/state/runParts.ts';
import type { RunRecord } from '../session/state/sessionState.ts';
import { type StoryItem, toStory } from './story.ts';

export interface ShownItem {
  item: StoryItem;
  /** From the run before; the one under way has not come so far. */
  stale: boolean;
}

/**
 * What the results pane shows: the current run's story and, while that run goes on, what the previous run said from
 * there on, each item replaced when its successor comes, so that nothing jumps. A run that ended before it reached
 * Postgres leaves the previous answers standing below it.
 */
export function timelineOf(current: RunRecord | null, previous: RunRecord | null): ShownItem[] {
  const fresh = current ? withRunning(toStory(resultsOf(current.events)), current) : [];
  const shown = fresh.map((item) => ({ item, stale: false }));
  if (!current || !previous) return shown;
  const reachedPostgres = fresh.some(({ kind }) => kind === 'extension' || kind === 'statement');
  if (!isRunning({ current }) && reachedPostgres) return shown;
  const told = new Set(fresh.map(({ key }) => key));
  const old = toStory(resultsOf(previous.events)).filter(({ key, kind }) =>
    isRunning({ current }) ? !told.has(key) : kind === 'statement',
  );
  return [...shown, ...old.map((item) => ({ item, stale: true }))];
}

/** The statement under way takes the place of what it said in the run before, with the notices that it has raised so far. */
function withRunning(items: StoryItem[], { running, startedAt }: RunRecord): StoryItem[] {
  if (!running) return items;
  const last = items.at(-1);
  const raised = last?.kind === 'pending' ? last : null;
  const key = `statement:${running.index}`;
  const since = startedAt + running.atMs;
  const notices = raised?.notices ?? [];
  return [
    ...(raised ? items.slice(0, -1) : items),
    { key, kind: 'running', statement: running, since, notices },
  ];
}
