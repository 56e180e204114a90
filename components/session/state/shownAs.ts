import type { RunRecord, SessionData } from './sessionState.ts';

/** The parts of a session's state that show a run which is over. */
export function shownAs(run: RunRecord | null): Pick<SessionData, 'current' | 'generated'> {
  const told = run?.events.find((event) => event.type === 'extension' || event.type === 'generated');
  return { current: run, generated: run && told ? { run: run.id, sql: told.sql, before: null } : null };
}
