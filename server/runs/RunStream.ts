import type { Outcome, Phase, RunEvent } from '../../protocol/events/events.ts';
import type { Clock } from '../base/clock.ts';
import { RunFacts } from './RunFacts.ts';

export interface RunStreamDeps {
  clock: Clock;
  /** What all events of the run may have together, as JSON; `done` and the `limit` that tells of it come on top. */
  bytes: number;
  /** Takes each event with its milliseconds since the run began and its size as JSON in bytes. */
  sink: (event: RunEvent, at: number, bytes: number) => void;
  /** Called once when a run has said too much. */
  onFull: () => void;
}

/**
 * The events of one run on their way out. Whatever the steps do, what leaves begins with a `phase`, ends with exactly
 * one `done`, and is bounded.
 */
export class RunStream {
  /** What the log tells of the run. */
  readonly facts = new RunFacts();
  readonly #deps: RunStreamDeps;
  readonly #began: number;
  #bytes = 0;
  #phase: Phase | null = null;
  #position: number | undefined;
  #silent = true;
  #full = false;
  #done = false;

  constructor(deps: RunStreamDeps) {
    this.#deps = deps;
    this.#began = deps.clock.now();
  }

  /** Whether nothing but phases has been said: whoever watches could not tell if the run began anew. */
  get silent(): boolean {
    return this.#silent;
  }

  /** Whether it still waits for a container or for its turn to build. */
  get waits(): boolean {
    return this.#phase === null || this.#phase === 'queued' || this.#phase === 'starting';
  }

  /** Whether `done` has been said; what comes later is a straggler's and is dropped. */
  get ended(): boolean {
    return this.#done;
  }

  emit(event: RunEvent): void {
    if (this.#done || this.#full) return;
    if (event.type === 'phase') {
      if (event.phase === this.#phase && event.position === this.#position) return;
      this.#phase = event.phase;
      this.#position = event.position;
    } else {
      if (!this.#phase) this.emit({ type: 'phase', phase: 'starting' });
      this.#silent = false;
    }
    if (!this.#pass(event, this.#deps.bytes)) {
      this.#full = true;
      const message = `This run produced more than ${Math.round(this.#deps.bytes / 1024)} KiB of output and was stopped.`;
      this.#pass({ type: 'limit', what: 'output', message }, Number.POSITIVE_INFINITY);
      this.#deps.onFull();
    }
  }

  /** Ends the stream; returns the milliseconds that the run took. */
  done(outcome: Outcome, message?: string): number {
    const ms = this.#deps.clock.now() - this.#began;
    if (this.#done) return ms;
    if (!this.#phase) this.emit({ type: 'phase', phase: 'starting' });
    this.#done = true;
    this.#pass({ type: 'done', outcome, ms, ...(message && { message }) }, Number.POSITIVE_INFINITY);
    return ms;
  }

  #pass(event: RunEvent, bound: number): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(event));
    if (this.#bytes + bytes > bound) return false;
    this.#bytes += bytes;
    const at = Math.max(0, this.#deps.clock.now() - this.#began);
    this.facts.note(event, at);
    this.#deps.sink(event, at, bytes);
    return true;
  }
}
