/**
 * What runs in a container at once is some twenty processes of ours: what compiles, connections, terminals, and what looks
 * at something. Each holds a socket here and has a process of the container runtime beside it.
 */
const mostOfContainer = 64;

/** How many execs each container has under way. */
export class ExecPlaces {
  readonly #taken = new Map<string, number>();

  /** Takes a place, and returns how to give it back; null where there is none. `more` is for what ends others. */
  take(containerId: string, more = 0): (() => void) | null {
    const taken = this.#taken.get(containerId) ?? 0;
    if (taken >= mostOfContainer + more) return null;
    this.#taken.set(containerId, taken + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = (this.#taken.get(containerId) ?? 1) - 1;
      if (left > 0) this.#taken.set(containerId, left);
      else this.#taken.delete(containerId);
    };
  }
}
