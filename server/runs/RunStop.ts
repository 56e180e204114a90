/**
 * Why a run is stopped before its end: by its person, because their page left, because it only waited and its page was
 * gone, because it said or lasted too much, or because the server goes away.
 */
export type StopReason = 'cancel' | 'left' | 'away' | 'output' | 'time' | 'draining';

/** Stops one run. The first reason counts. */
export class RunStop {
  readonly #controller = new AbortController();
  #reason: StopReason | null = null;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): StopReason | null {
    return this.#reason;
  }

  stop(reason: StopReason): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#controller.abort();
  }
}
