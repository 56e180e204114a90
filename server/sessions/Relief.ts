import type { Clock } from '../base/clock.ts';
import type { ContainerSupply } from '../containers/ContainerSupply.ts';
import { toGiveBack } from '../containers/toGiveBack.ts';
import type { Session } from './Session.ts';
import { graceMs } from './SessionLife.ts';

export interface ReliefDeps {
  clock: Clock;
  supply: ContainerSupply;
  sessions: () => Iterable<Session>;
  /** So many containers an address keeps though others of another wait. */
  keeps: number;
  /** How long before its end a page is told that its container is needed. */
  noticeMs: number;
}

/** Most waits are over by themselves at once: a container is being removed. */
const soonMs = 250;
/** While somebody waits it is looked again this often: runs end and pages go in the meantime. */
const againMs = 1_000;

/** While somebody waits for a container and none is free, has those given back that are used least. */
export class Relief {
  readonly #deps: ReliefDeps;
  #callOff: (() => void) | null = null;
  #closed = false;

  constructor(deps: ReliefDeps) {
    this.#deps = deps;
  }

  /** Somebody may have begun to wait. */
  look(): void {
    if (this.#callOff || this.#closed || this.#deps.supply.inNeed.length === 0) return;
    this.#wait(soonMs);
  }

  close(): void {
    this.#closed = true;
    this.#callOff?.();
  }

  #wait(ms: number): void {
    this.#callOff = this.#deps.clock.after(ms, () => this.#relieve());
  }

  #relieve(): void {
    this.#callOff = null;
    const { clock, supply, sessions, keeps, noticeMs } = this.#deps;
    const waiting = supply.inNeed;
    if (waiting.length === 0) return;
    const holdings = [...sessions()].flatMap((session) => session.holding ?? []);
    const now = clock.now();
    for (const { awaySince, container } of toGiveBack({
      waiting,
      holdings,
      held: supply.held,
      now,
      graceMs,
      keeps,
    })) {
      if (awaySince === null) container.giveBack('needed', noticeMs);
      else container.giveBack('away', 0);
    }
    this.#wait(againMs);
  }
}
