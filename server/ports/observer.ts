import type { Outcome } from '../../protocol/events/events.ts';
import type { Door } from '../base/contain.ts';

/** What the sessions tell of themselves as it happens, for metrics. Times are in milliseconds. */
export interface Observer {
  /** How long a run waited for a container or for its turn to build; also where it gave up. */
  waited(what: 'container' | 'build', ms: number): void;
  containerStarted(ms: number): void;
  containerFailed(kind: string): void;
  built(ms: number, ok: boolean): void;
  ran(ms: number, outcome: Outcome): void;
  /** A bug came up at this door, over one person's data, and ended no more than what they did. */
  contained(door: Door): void;
}
