/** How many language servers run on this server, of how many that may. */
export class Seats {
  readonly count: number;
  #taken = 0;

  constructor(count: number) {
    this.count = count;
  }

  /** Takes one and returns what gives it back, once; null where none is free. */
  take(): (() => void) | null {
    if (this.#taken >= this.count) return null;
    this.#taken += 1;
    let given = false;
    return () => {
      if (!given) this.#taken -= 1;
      given = true;
    };
  }
}
