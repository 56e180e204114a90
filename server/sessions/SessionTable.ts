import type { Clock } from '../base/clock.ts';
import { guard, letRun } from '../base/contain.ts';
import type { Session } from './Session.ts';

/** The number of those who wait changes with each press of Run. That often is often enough to tell it to everybody. */
const tellMs = 1_000;
/** So many pages are told at a time, with a pause in between: 200 take 2 ms, and there may be thousands. */
const toldAtOnce = 200;
const pauseMs = 20;

/** All sessions of this server: never more than so many, those included whose page is gone. */
export class SessionTable {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #sessions = new Map<string, Session>();
  #callOff: (() => void) | null = null;

  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** How many have no page now. */
  get away(): number {
    let count = 0;
    for (const { awaySince } of this.#sessions.values()) if (awaySince !== null) count += 1;
    return count;
  }

  get(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  all(): Session[] {
    return [...this.#sessions.values()];
  }

  /** Makes room for one more by ending the one whose page is gone for longest; false where each has its page. */
  makeRoom(): boolean {
    if (this.#sessions.size < this.#most) return true;
    let last: Session | null = null;
    for (const session of this.#sessions.values()) if (goesBefore(session, last)) last = session;
    if (last) letRun('container', last.end('idle'));
    return last !== null;
  }

  add(session: Session): void {
    this.#sessions.set(session.id, session);
  }

  delete(session: Session): void {
    this.#sessions.delete(session.id);
  }

  /** The number of those who wait may have changed: the pages are told a little later, some at a time. */
  queueChanged(): void {
    this.#callOff ??= this.#clock.after(tellMs, () => this.#tell(this.all()));
  }

  close(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #tell(sessions: Session[], from = 0): void {
    const to = from + toldAtOnce;
    // Where one fails at it, the others are told all the same.
    for (const session of sessions.slice(from, to)) guard('feature', () => session.queueChanged());
    this.#callOff = to < sessions.length ? this.#clock.after(pauseMs, () => this.#tell(sessions, to)) : null;
  }
}

/** Those that have a container go last: there may be a run in it. */
function goesBefore(session: Session, other: Session | null): boolean {
  if (session.awaySince === null) return false;
  if (!other || other.awaySince === null) return true;
  const [has, otherHas] = [session.holding !== null, other.holding !== null];
  return has === otherHas ? session.awaySince < other.awaySince : otherHas;
}
