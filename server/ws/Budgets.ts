import type { Session } from '../sessions/Session.ts';
import { addressBudget, addressBytes, sessionBudget } from './messageCosts.ts';
import { TokenBucket } from './TokenBucket.ts';

export interface AddressBudget {
  cost: TokenBucket;
  bytes: TokenBucket;
}

/** More addresses than this at once are looked through for those that need not be remembered. */
const fewAddresses = 1_000;

/**
 * What each session and each address has left. An address's outlives its sockets, as a session's does: who has used it up
 * would else only have to connect again.
 */
export class Budgets {
  readonly #now: () => number;
  readonly #addresses = new Map<string, AddressBudget>();
  readonly #sessions = new WeakMap<Session, TokenBucket>();
  #sweepAt = fewAddresses;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** How many addresses are remembered. */
  get addresses(): number {
    return this.#addresses.size;
  }

  ofAddress(address: string): AddressBudget {
    const known = this.#addresses.get(address);
    if (known) return known;
    if (this.#addresses.size >= this.#sweepAt) this.#sweep();
    const budget = { cost: this.#bucket(addressBudget), bytes: this.#bucket(addressBytes) };
    this.#addresses.set(address, budget);
    return budget;
  }

  ofSession(session: Session): TokenBucket {
    const bucket = this.#sessions.get(session) ?? this.#bucket(sessionBudget);
    this.#sessions.set(session, bucket);
    return bucket;
  }

  #bucket({ burst, perSecond }: { burst: number; perSecond: number }): TokenBucket {
    return new TokenBucket(burst, perSecond, this.#now);
  }

  /** One that has all its budget again is as one that never came. */
  #sweep(): void {
    for (const [address, { cost, bytes }] of this.#addresses)
      if (cost.isFull && bytes.isFull) this.#addresses.delete(address);
    // Where all are in use, the next look is when there are twice as many: looking costs as much as there are.
    this.#sweepAt = Math.max(fewAddresses, 2 * this.#addresses.size);
  }
}
