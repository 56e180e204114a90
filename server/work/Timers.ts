/** Timers that are called off together, whatever of them is still to come. */
export class Timers {
  readonly #timers = new Set<NodeJS.Timeout>();

  /** Calls back once after `ms`, unless it is called off before. */
  after(ms: number, callback: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }

  callOff(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.#timers.delete(timer);
  }

  callOffAll(): void {
    for (const timer of this.#timers) this.callOff(timer);
  }
}
