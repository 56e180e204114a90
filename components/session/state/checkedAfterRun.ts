import type { SessionData } from './sessionState.ts';

/**
 * Whose word on the files is the newest: that of the last check, where it was asked after the last run, else the run's.
 * What Postgres said in that run stands either way.
 */
export function checkedAfterRun({
  current,
  checked,
}: Pick<SessionData, 'current' | 'checked'>): SessionData['checked'] {
  return checked && checked.startedAt >= (current?.startedAt ?? 0) ? checked : null;
}
