import { OutputText } from '../../server/lessons/OutputText.ts';
import type { OpenConnection } from '../../server/ports/runPorts.ts';
import type { Playground } from '../server/playground.ts';

/** The connections that a reader keeps open beside runs, by their names. */
export class HeldConnections implements AsyncDisposable {
  readonly #playground: Playground;
  readonly #open = new Map<string, OpenConnection>();

  constructor(playground: Playground) {
    this.#playground = playground;
  }

  /** Runs some SQL on one of them; what came of it, in a lesson's words. */
  async execute(name: string, sql: string): Promise<string> {
    const output = new OutputText();
    await this.#connection(name).execute(`SET search_path = lesson, public;\n${sql}`, {
      emit: output.emit,
      signal: new AbortController().signal,
    });
    return output.text;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const connection of this.#open.values()) await connection[Symbol.asyncDispose]();
    this.#open.clear();
  }

  #connection(name: string): OpenConnection {
    const { sql, sandbox, state } = this.#playground;
    const there = this.#open.get(name) ?? sql.connect(sandbox, state, { onEvent() {}, onClosed() {} });
    this.#open.set(name, there);
    return there;
  }
}
