import type { Turn } from '../queues/AddressQueue.ts';

/** Every container that is there or may be, by the slot in its label, with who has it; nobody has one that waits. */
export class Slots {
  readonly #holders = new Map<string, Turn | null>();

  get size(): number {
    return this.#holders.size;
  }

  has(slot: string): boolean {
    return this.#holders.has(slot);
  }

  /** There may be one more. */
  add(slot: string): void {
    this.#holders.set(slot, null);
  }

  give(slot: string, holder: Turn): void {
    this.#holders.set(slot, holder);
  }

  /** It is gone. */
  delete(slot: string): void {
    this.#holders.delete(slot);
  }

  /** How many each address has. */
  byAddress(): Map<string, number> {
    const held = new Map<string, number>();
    for (const holder of this.#holders.values())
      if (holder) held.set(holder.address, (held.get(holder.address) ?? 0) + 1);
    return held;
  }

  /** How many this address and this key have. */
  heldBy({ address, key }: Turn): { address: number; key: number } {
    const held = { address: 0, key: 0 };
    for (const holder of this.#holders.values()) {
      if (holder?.address === address) held.address += 1;
      if (holder?.key === key) held.key += 1;
    }
    return held;
  }
}
