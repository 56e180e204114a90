import type { Clock } from '../base/clock.ts';
import { ExpiryTimer } from './ExpiryTimer.ts';
import { type Ends, type ExpirySettings, sessionEnds } from './expiry.ts';

/** How long a page may be gone before what it waits for is given up: a reload or a lost network takes a second or two. */
export const graceMs = 5_000;

export interface SessionLifeDeps {
  clock: Clock;
  settings: ExpirySettings;
  /** When the container was taken; null where there is none. */
  containerSince: () => number | null;
  onNotice: (reason: Ends['next']['reason'], inMs: number) => void;
  onEnd: (reason: Ends['next']['reason']) => void;
  /** The page has been gone for `graceMs`. */
  onGone: () => void;
  /** The page has been gone for as long as its container is kept for it. */
  onAway: () => void;
}

/** When a session was used last, since when its page is gone, and what is due by that. */
export class SessionLife {
  readonly #deps: SessionLifeDeps;
  readonly #expiry: ExpiryTimer;
  #activeAt: number;
  #awaySince: number | null = null;
  #callOff = () => {};
  #hasEnded = false;

  constructor(deps: SessionLifeDeps) {
    this.#deps = deps;
    this.#expiry = new ExpiryTimer(deps);
    this.#activeAt = deps.clock.now();
    this.touch();
  }

  get activeAt(): number {
    return this.#activeAt;
  }

  /** Since when its page is gone; null while it is there. */
  get awaySince(): number | null {
    return this.#awaySince;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Whether its idle time or its age is over. */
  get isOver(): boolean {
    return sessionEnds(this.#times(), this.#deps.settings).next.at <= this.#deps.clock.now();
  }

  /** Whether its page has been gone for longer than its container is kept for it. */
  get isAway(): boolean {
    const { clock, settings } = this.#deps;
    return this.#awaySince !== null && clock.now() - this.#awaySince >= settings.awayMs;
  }

  /** Something was done: the idle time begins anew. */
  touch(): void {
    if (this.#hasEnded) return;
    this.#activeAt = this.#deps.clock.now();
    this.wait();
  }

  /** Waits for what is due next. */
  wait(): void {
    if (!this.#hasEnded) this.#expiry.set(this.#times());
  }

  pageCame(): void {
    if (this.#hasEnded) return;
    this.#callOff();
    this.#awaySince = null;
    this.touch();
  }

  pageLeft(): void {
    if (this.#hasEnded) return;
    const { clock, settings, onGone, onAway } = this.#deps;
    this.touch();
    this.#callOff();
    this.#awaySince = clock.now();
    const beforeGrace = Math.min(graceMs, settings.awayMs);
    this.#callOff = clock.after(beforeGrace, () => {
      this.#callOff = clock.after(settings.awayMs - beforeGrace, onAway);
      onGone();
    });
  }

  /** Nothing is due any more. */
  end(): void {
    this.#hasEnded = true;
    this.#callOff();
    this.#expiry.close();
  }

  #times(): Parameters<typeof sessionEnds>[0] {
    return { activeAt: this.#activeAt, containerSince: this.#deps.containerSince() };
  }
}
