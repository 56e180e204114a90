import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { Clock } from '../base/clock.ts';

type StateMessage = Omit<ServerMessageOf<'session'>, 'now'>;

/** Times and the queue's length may change many times a second; that often is often enough to tell it. */
const slowMs = 1_000;

/** Tells a page the state of its session: what it waits for at once, mere numbers at most once a second. */
export class StatePublisher {
  readonly #clock: Clock;
  readonly #state: () => StateMessage;
  readonly #send: (message: ServerMessageOf<'session'>) => void;
  #told: StateMessage | null = null;
  #callOff: (() => void) | null = null;

  constructor(clock: Clock, state: () => StateMessage, send: (message: ServerMessageOf<'session'>) => void) {
    this.#clock = clock;
    this.#state = state;
    this.#send = send;
  }

  /** Something may have changed. */
  changed(): void {
    const state = this.#state();
    if (this.#told && isSame(state, this.#told, ['container', 'position', 'postgres'])) {
      if (this.#callOff || isSame(state, this.#told, ['idleEndsAt', 'ageEndsAt', 'queue'])) return;
      this.#callOff = this.#clock.after(slowMs, () => this.tell());
    } else this.tell();
  }

  /** Tells it now, where it has changed. */
  refresh(): void {
    const fields = ['container', 'position', 'postgres', 'idleEndsAt', 'ageEndsAt', 'queue'] as const;
    if (!this.#told || !isSame(this.#state(), this.#told, fields)) this.tell();
  }

  /** Tells it now, changed or not. */
  tell(): void {
    this.close();
    this.#told = this.#state();
    this.#send({ ...this.#told, now: this.#clock.now() });
  }

  close(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}

function isSame(a: StateMessage, b: StateMessage, fields: readonly (keyof StateMessage)[]): boolean {
  return fields.every((field) => a[field] === b[field]);
}
