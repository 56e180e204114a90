import type { RunRequest } from '../../../protocol/project.ts';
import type { RunRecord } from './sessionState.ts';

/** A run of which nothing has been heard yet. */
export function newRecord(id: string, startedAt: number, request: RunRequest | null): RunRecord {
  return {
    id,
    request,
    startedAt,
    phases: [],
    events: [],
    running: null,
    incomplete: false,
    done: null,
    cancelling: false,
  };
}
