import type { RunEvent } from '../../../protocol/events/events.ts';
import type { Snippet, VersionChange } from '../../../protocol/snippet.ts';

/** What the page of a link is made of. */
export interface SharedLink {
  /** Without the lock file, which is long, and which nobody reads here. */
  snippet: Omit<Snippet, 'lock'>;
  /** The recorded run's events, each with its milliseconds from the run's beginning; null where there is none. */
  events: { at: number; event: RunEvent }[] | null;
  changes: VersionChange[];
  /** The lock file that its runs use, where that is not the image's. */
  lock: string | null;
  /** The pgrx that its runs name, where that is not the default. */
  pgrx: string | null;
}
