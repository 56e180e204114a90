import type { Clock } from '../base/clock.ts';
import { type Ends, type ExpirySettings, sessionEnds } from './expiry.ts';

export interface ExpiryDeps {
  clock: Clock;
  settings: Pick<ExpirySettings, 'idleMs' | 'ageMs' | 'noticeMs'>;
  /** Some time before the end; again only where the end has been put off meanwhile. */
  onNotice: (reason: Ends['next']['reason'], inMs: number) => void;
  onEnd: (reason: Ends['next']['reason']) => void;
}

/** Calls at a session's notice and at its end. After `onEnd` it rests until it is set again. */
export class ExpiryTimer {
  readonly #deps: ExpiryDeps;
  #callOff = () => {};
  /** The end that was told last. */
  #told = 0;

  constructor(deps: ExpiryDeps) {
    this.#deps = deps;
  }

  set(times: Parameters<typeof sessionEnds>[0]): Ends {
    const { clock, settings } = this.#deps;
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
    const left = next.at - this.#deps.clock.now();
    if (left <= 0) {
      this.#deps.onEnd(next.reason);
      return;
    }
    this.#told = next.at;
    this.set(times);
    this.#deps.onNotice(next.reason, left);
  }
}
