import type { RunEvent } from '../../protocol/events/events.ts';
import type { EventBudget, KeepsEvents } from './EventBudget.ts';

export interface LoggedEvent {
  seq: number;
  run: string;
  /** Milliseconds since the run began. */
  at: number;
  event: RunEvent;
}

/** What an event takes in memory beside its text, as far as the budget of all sessions is concerned. */
const besidesBytes = 150;

/** What sending an event takes beside its text: making its frame costs as much as some kilobyte of text. */
const frameBytes = 1024;

/**
 * The events of a session's runs, numbered. It keeps those of the last run, and of runs before it as long as all
 * together stay under `bytes`; a run bounds its own events.
 */
export class EventLog implements KeepsEvents {
  readonly #bytes: number;
  #kept: { entry: LoggedEvent; bytes: number }[] = [];
  #total = 0;
  #seq = 0;
  #budget: EventBudget | null;

  /** `budget` is what all sessions together may keep; where that is too much, this may have to let go of all it has. */
  constructor(bytes: number, budget: EventBudget | null = null) {
    this.#bytes = bytes;
    this.#budget = budget;
  }

  /** Whether there ever was one. */
  get hasAny(): boolean {
    return this.#seq > 0;
  }

  /** `bytes` is the size of the event as JSON. */
  append(run: string, at: number, event: RunEvent, bytes: number): LoggedEvent {
    this.#seq += 1;
    const entry = { seq: this.#seq, run, at, event };
    this.#kept.push({ entry, bytes });
    this.#total += bytes;
    while (this.#total > this.#bytes && this.#kept[0]?.entry.run !== run) this.#dropOldestRun();
    this.#budget?.keeps(this, this.#total + this.#kept.length * besidesBytes);
    return entry;
  }

  /** Lets go of all events; their numbers stay used. */
  drop(): void {
    this.#kept = [];
    this.#total = 0;
  }

  /** The session is over: nothing is kept any more. */
  close(): void {
    this.drop();
    this.#budget?.forget(this);
    // A run that is being stopped may still say so.
    this.#budget = null;
  }

  /** All events of a run, where they are kept. */
  ofRun(run: string): LoggedEvent[] {
    return this.#kept.flatMap(({ entry }) => (entry.run === run ? [entry] : []));
  }

  /** How many events after `seq` are kept, what sending them takes, and how many more there were that are no longer kept. */
  after(seq: number): { kept: number; bytes: number; lost: number } {
    const later = this.#kept.slice(this.#indexAfter(seq));
    const bytes = later.reduce((sum, one) => sum + one.bytes + frameBytes, 0);
    return { kept: later.length, bytes, lost: Math.max(0, this.#seq - seq) - later.length };
  }

  /** The first kept events after `seq`, as many as `most`. */
  next(seq: number, most: number): LoggedEvent[] {
    const from = this.#indexAfter(seq);
    return this.#kept.slice(from, from + most).map(({ entry }) => entry);
  }

  /** The numbers of kept events have no gaps. */
  #indexAfter(seq: number): number {
    const first = this.#kept[0]?.entry.seq ?? 0;
    return Math.max(0, seq + 1 - first);
  }

  #dropOldestRun(): void {
    const oldest = this.#kept[0]?.entry.run;
    const rest = this.#kept.findIndex(({ entry }) => entry.run !== oldest);
    const dropped = this.#kept.splice(0, rest < 0 ? this.#kept.length : rest);
    for (const { bytes } of dropped) this.#total -= bytes;
  }
}
