import { extendRecord } from '../../session/state/applyEvents.ts';
import { newRecord } from '../../session/state/newRecord.ts';
import type { RunRecord } from '../../session/state/sessionState.ts';
import type { SharedLink } from './sharedLink.ts';

/** What the recorded run is called among the page's runs; no run that a page starts has such a name. */
export const recordedId = 'recorded';

/**
 * When exactly it ran is not told, and shows nowhere: its times count from its beginning. It is before all that the page
 * does itself, whatever the clocks of the server and of this computer say.
 */
const longAgo = 0;

/** A link's recorded run as the page shows runs, or null where none was recorded. */
export function recordedRun({ snippet, events, pgrx }: SharedLink): RunRecord | null {
  if (!events) return null;
  const { files, sql, postgres } = snippet;
  const started = newRecord(recordedId, longAgo, {
    files,
    sql,
    postgres,
    ...(pgrx && { pgrx }),
    mode: 'run',
  });
  const arrived = events.map(({ at, event }) => ({
    type: 'event' as const,
    run: recordedId,
    at,
    gap: false,
    event,
  }));
  const ended = started.startedAt + (events.at(-1)?.at ?? 0);
  return extendRecord(started, arrived, ended);
}
