import type { RunRecord } from '../session/state/sessionState.ts';

/** Whether a run came so far that Postgres answered. */
export function reachedPostgres({ events }: RunRecord): boolean {
  return events.some(({ type }) => type === 'extension' || type === 'statement' || type === 'sqlError');
}
