import type { SessionData } from './sessionState.ts';

/** Whether a run is under way: the Run button is Cancel. */
export function isRunning({ current }: Pick<SessionData, 'current'>): boolean {
  return current !== null && current.done === null;
}
