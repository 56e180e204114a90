import type { Phase, RunEvent } from '../../protocol/events/events.ts';

/** The longest name of a signal or a limit, and a SQLSTATE; anything else in their place is not theirs. */
const plainName = /^[A-Za-z0-9]{1,20}$/;

const named = (name: string | null) => (name !== null && plainName.test(name) ? name : 'unknown');

/**
 * What an operator needs to explain a run, taken from its events: how long each phase took and what ended it. It holds
 * nothing of a person's code or SQL, nor of what Postgres answered: the log keeps this.
 */
export class RunFacts {
  readonly #phases: Partial<Record<Phase, number>> = {};
  #phase: { name: Phase; since: number } | null = null;
  #errors = 0;
  #sqlstate: string | null = null;
  #signal: string | null = null;
  #limit: string | null = null;

  /** `at` is in milliseconds since the run began. Of what can come several times, the first is what went wrong. */
  note(event: RunEvent, at: number): void {
    switch (event.type) {
      case 'phase':
        this.#leave(at);
        this.#phase = { name: event.phase, since: at };
        break;
      case 'diagnostic':
        if (event.severity === 'error') this.#errors += 1;
        break;
      case 'sqlError':
        this.#sqlstate ??= named(event.sqlstate);
        break;
      case 'crash':
        this.#signal ??= named(event.signal);
        break;
      case 'limit':
        this.#limit ??= named(event.what);
        break;
      case 'done':
        this.#leave(at);
        this.#phase = null;
    }
  }

  /** In the log's words; what the run did not have is left out. */
  get fields(): object {
    return {
      phasesMs: { ...this.#phases },
      ...(this.#errors > 0 && { compilerErrors: this.#errors }),
      ...(this.#sqlstate !== null && { sqlstate: this.#sqlstate }),
      ...(this.#signal !== null && { signal: this.#signal }),
      ...(this.#limit !== null && { limit: this.#limit }),
    };
  }

  #leave(at: number): void {
    if (!this.#phase) return;
    const { name, since } = this.#phase;
    this.#phases[name] = (this.#phases[name] ?? 0) + Math.round(at - since);
  }
}
