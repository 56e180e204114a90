import { randomBytes } from 'node:crypto';

/**
 * Names for the jobs of each container. A name is used again once its job is over, as its record stays in the
 * container; another server process that takes the container up has names of its own.
 */
export class JobNames {
  readonly #prefix = randomBytes(6).toString('hex');
  readonly #taken = new Map<string, Set<number>>();

  /** A name that no running job of this container has. */
  take(containerId: string): string {
    const taken = this.#taken.get(containerId) ?? new Set();
    this.#taken.set(containerId, taken);
    let number = 1;
    while (taken.has(number)) number++;
    taken.add(number);
    return `${this.#prefix}-${number}`;
  }

  /** To be called once nothing is done to the job by its name any more. */
  giveBack(containerId: string, name: string): void {
    const taken = this.#taken.get(containerId);
    taken?.delete(Number(name.slice(this.#prefix.length + 1)));
    if (taken?.size === 0) this.#taken.delete(containerId);
  }
}
