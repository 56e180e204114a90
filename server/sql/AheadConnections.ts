import type { RunEvent } from '../../protocol/events.ts';
import type { DatabaseState } from '../sessions/runPorts.ts';
import { ScriptConnection } from './ScriptConnection.ts';
import type { SqlEnvironment } from './SqlEnvironment.ts';

/** A dial takes 60 ms, most of it an exec; a small test a tenth of that. */
const ahead = 3;

/** A connection that somebody may have for one call. */
export class AheadConnection implements AsyncDisposable {
  /** What hears what is said on it. */
  emit: (event: RunEvent) => void = () => {};
  readonly connection: ScriptConnection;

  constructor(environment: SqlEnvironment, state: DatabaseState) {
    this.connection = new ScriptConnection(environment, state, (event) => this.emit(event));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.connection[Symbol.asyncDispose]();
  }
}

/** Connections for one call each, of which the next ones are dialled while the current one is used. */
export class AheadConnections {
  readonly #environment: SqlEnvironment;
  readonly #state: DatabaseState;
  #waiting: AheadConnection[] = [];

  constructor(environment: SqlEnvironment, state: DatabaseState) {
    this.#environment = environment;
    this.#state = state;
  }

  /** Dials those that are wanted first. */
  dial(): void {
    while (this.#waiting.length < ahead) {
      this.#waiting.push(new AheadConnection(this.#environment, this.#state));
    }
  }

  next(): AheadConnection {
    this.#waiting.push(new AheadConnection(this.#environment, this.#state));
    this.dial();
    const [first, ...others] = this.#waiting;
    if (!first) throw new Error('no connection was begun');
    this.#waiting = others;
    return first;
  }

  /** Ends those that were dialled for later. */
  async drop(): Promise<void> {
    const dropped = this.#waiting;
    this.#waiting = [];
    await Promise.all(dropped.map((connection) => connection[Symbol.asyncDispose]()));
  }
}
