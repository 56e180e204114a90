import type { RunRecord, SessionData } from '../session/state/sessionState.ts';

/** The last press of Check, whatever was run after it. */
export function lastCheck({ current, lastRuns }: SessionData): RunRecord | null {
  return current?.request?.mode === 'lessonCheck' ? current : (lastRuns.lessonCheck ?? null);
}
