import type { Clock } from '../base/clock.ts';
import { type Ends, type ExpirySettings, sessionEnds } from './expiry.ts';

export interface ExpiryParts {
  clock: Clock;
  settings: Pick<ExpirySettings, 'idleMs' | 'ageMs' | 'noticeMs'>;
  /** Some time before the end; again only where the end has been put off meanwhile. */
  onNotice: (reason: Ends['next']['reason'], inMs: number) => void;
  onEnd: (reason: Ends['next']['reason']) => void;
}

/** Calls at a session's notice and at its end. After `onEnd` it rests until it is set again. */
export class ExpiryTimer {
  readonly #parts: ExpiryParts;
  #callOff = () => {};
  /** The end that was told last. */
  #told = 0;

  constructor(parts: ExpiryParts) {
    this.#parts = parts;
  }

  set(times: Parameters<typeof sessionEnds>[0]): Ends {
    const { clock, settings } = this.#parts;
    const ends = sessionEnds(times, settings);
    this.#callOff();
    const { at, noticeAt } = ends.next;
    const due = this.#told === at ? at : noticeAt;
    this.#callOff = clock.after(Math.max(0, due - clock.now()), () => this.#ring(times, ends.next));
    return ends;
  }

  close(): void {
    this.#callOff();
  }

  #ring(times: Parameters<typeof sessionEnds>[0], next: Ends['next']): void {
    const left = next.at - this.#parts.clock.now();
    if (left <= 0) {
      this.#parts.onEnd(next.reason);
      return;
    }
    this.#told = next.at;
    this.set(times);
    this.#parts.onNotice(next.reason, left);
  }
}
