import { createHash } from 'node:crypto';
import { type Content, canonicalContent } from '../../protocol/canonicalContent.ts';
import { limits } from '../../protocol/limits.ts';
import type { RecordedEvent } from '../../protocol/snippet.ts';
import type { LoggedEvent } from './EventLog.ts';

/** With the lock file that it was built with, where it was neither the project's own nor the image's, and what was not the default pgrx. */
export type RunContent = Content & { lock?: string | undefined; pgrx?: string | undefined };

/** What a run was of, in 32 bytes: a session remembers it for as long as it keeps the events. */
export function contentHash(content: RunContent): string {
  const { lock = '', files, pgrx } = content;
  const hash = createHash('sha256').update(canonicalContent(content));
  return hash.update(JSON.stringify(['Cargo.lock' in files ? '' : lock, pgrx])).digest('hex');
}

/**
 * A run's events as they are kept with a snippet, or null where they are no whole run. Where they are too large the
 * build's output is left out first, and the frames of backtraces that nobody's own code is in.
 */
export function recordedRun(events: readonly LoggedEvent[]): RecordedEvent[] | null {
  const done = events.at(-1)?.event;
  if (done?.type !== 'done' || done.outcome === 'cancelled' || done.outcome === 'unavailable') return null;
  if (events[0]?.event.type !== 'phase') return null;
  // What was under way is over.
  const all = events.flatMap(({ at, event }) => (event.type === 'running' ? [] : { at, event }));
  const small = (some: RecordedEvent[]) => Buffer.byteLength(JSON.stringify(some)) <= limits.recordedBytes;
  if (small(all)) return all;
  const shorter = all
    .filter(({ event }) => event.type !== 'log')
    .map(({ at, event }) => ({
      at,
      event: event.type === 'sqlError' ? { ...event, frames: undefined } : event,
    }));
  return small(shorter) ? shorter : null;
}
