import type { RunMode } from '../../../protocol/project.ts';
import type { RunRecord, SessionData } from './sessionState.ts';

/**
 * The state after `before` with its runs remembered: the current one as the last of its mode, and the one that it
 * followed, where Postgres answered that. What was refused has said nothing, and is no run.
 */
export function withLastRuns(state: SessionData, before: SessionData): SessionData {
  const { current, previous } = state;
  const mode = current && current.events.length > 0 ? modeOf(current) : null;
  const isNew = mode !== null && state.lastRuns[mode] !== current;
  const follows = previous !== null && previous !== before.previous && reachedPostgres(previous);
  if (!isNew && !follows) return state;
  return {
    ...state,
    lastRuns: isNew ? { ...state.lastRuns, [mode]: current } : state.lastRuns,
    answered: follows ? previous : state.answered,
  };
}

/** The mode of a run; what it says tells a check of a lesson, where the page no longer knows what it asked. */
function modeOf({ request, events }: RunRecord): RunMode | null {
  return request?.mode ?? (events.some(({ type }) => type === 'lessonCheck') ? 'lessonCheck' : null);
}

function reachedPostgres({ events }: RunRecord): boolean {
  return events.some(({ type }) => type === 'extension' || type === 'statement' || type === 'sqlError');
}
