import { fail, ok, type Result } from '../../protocol/result.ts';
import { contain, letRun } from '../base/contain.ts';
import { newId } from '../base/newId.ts';
import { ownerLabel, slotLabel } from '../ports/labels.ts';
import type { Sandbox, SandboxFailure } from '../ports/sandboxPort.ts';
import { isSame, type Toolchain, toolchainKey } from '../ports/toolchain.ts';
import { shareOfOne } from '../queues/shareOfOne.ts';
import { Slots } from './Slots.ts';
import type { SupplyDeps, SupplySettings } from './supplySettings.ts';
import { type TakeRequest, WaitingLine } from './WaitingLine.ts';

/** After a failed start nothing is kept warm for this long, so that a broken Engine is not asked all the time. */
const restMs = 2_000;

const goingAway: SandboxFailure = { kind: 'engine', message: 'The server is shutting down.' };

/**
 * Starts containers, keeps some warm, hands them out fairly, and removes them. A start is for whoever waits longest when
 * it is done: one who comes while the pool is being filled gets the container that is under way.
 */
export class ContainerSupply {
  readonly #deps: SupplyDeps;
  readonly #settings: SupplySettings;
  readonly #line = new WaitingLine();
  readonly #slots = new Slots();
  #warm: { sandbox: Sandbox; unwatch: () => void }[] = [];
  readonly #starting = new Map<
    string,
    { toolchain: Toolchain; controller: AbortController; end: Promise<void> }
  >();
  #removing = 0;
  #endRest: (() => void) | null = null;
  #closed = false;

  constructor(deps: SupplyDeps, settings: SupplySettings) {
    this.#deps = deps;
    this.#settings = settings;
  }

  /** How many sessions wait, how many containers are warm, being started, and there in all. */
  get counts(): { waiting: number; warm: number; starting: number; containers: number } {
    return {
      waiting: this.#line.size,
      warm: this.#warm.length,
      starting: this.#starting.size,
      containers: this.#slots.size,
    };
  }

  /**
   * The addresses of those who wait until somebody gives a container back, one for each, in the order of the line: not of
   * those for whom one is being started, or made room for.
   */
  get inNeed(): string[] {
    const isFull = this.#slots.size >= this.#settings.containers;
    return isFull ? this.#line.addresses.slice(this.#starting.size + this.#removing) : [];
  }

  /** How many containers each address has. */
  get held(): Map<string, number> {
    return this.#slots.byAddress();
  }

  /** Whether the container with this slot label is there by this process's will. */
  owns(slot: string | undefined): boolean {
    return slot !== undefined && this.#slots.has(slot);
  }

  /**
   * Whether a container can be given to somebody who only types. One that stands ready, and only while another can be
   * started in its place: the next who presses Run must not be queued for the sake of a check.
   */
  canSpare(toolchain: Toolchain): boolean {
    const hasWarm = this.#warmOf(toolchain) > 0;
    return !this.#closed && hasWarm && this.#line.size === 0 && this.#slots.size < this.#settings.containers;
  }

  /** Fills the pool for the first time. */
  open(): void {
    this.#pump();
  }

  /** A started container for one session, to be given to `release` in the end. */
  async take(request: TakeRequest): Promise<Result<Sandbox, SandboxFailure>> {
    if (this.#closed) return fail(goingAway);
    if (request.signal.aborted)
      return fail({ kind: 'cancelled', message: 'The container is no longer needed.' });
    const { address, key } = request;
    const { queue } = this.#settings;
    if (this.#line.size >= queue || this.#line.sizeOf(address) >= shareOfOne(queue))
      return fail({ kind: 'capacity', message: 'Too many people are waiting for a container.' });
    const since = this.#deps.clock.now();
    const taken = this.#line.join(request, this.#slots.heldBy(request), () => this.#pump());
    this.#pump();
    const result = await taken;
    if (result.ok) this.#slots.give(result.value.labels[slotLabel] ?? '', { address, key });
    if (!request.isOwn) this.#deps.observer.waited('container', this.#deps.clock.now() - since);
    return result;
  }

  /** Removes a container that was taken. Resolves when it is gone, or when the Engine could not do it. */
  async release(sandbox: Sandbox): Promise<void> {
    this.#removing += 1;
    const destroyed = await bugAsFailure(this.#deps.port.destroy(sandbox));
    this.#removing -= 1;
    this.#forget(sandbox);
    if (!destroyed.ok) {
      const { kind, message } = destroyed.error;
      this.#deps.log.warn({ failure: kind, reason: message }, 'removing a container failed');
    }
    this.#pump();
  }

  /** Removes warm containers and ends the waiting. Those that were taken are for their holders to release. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#endRest?.();
    this.#line.clear(goingAway);
    const starts = [...this.#starting.values()];
    for (const start of starts) start.controller.abort();
    await Promise.all(starts.map((start) => start.end));
    await Promise.all(this.#warm.splice(0).map((one) => this.#discard(one)));
  }

  #pump(): void {
    if (this.#closed) return;
    this.#handOut();
    this.#startForTheLine();
    if (this.#line.size === 0 && !this.#endRest) this.#keepWarm();
    this.#line.tell(this.#starting.size);
    this.#deps.onChange();
  }

  #handOut(): void {
    this.#warm = this.#warm.filter((one) => {
      if (!this.#line.serve(one.sandbox, ok(one.sandbox))) return true;
      one.unwatch();
      return false;
    });
  }

  #startForTheLine(): void {
    const wanted = Map.groupBy(this.#line.toolchains, toolchainKey);
    for (const [first, ...more] of wanted.values()) {
      while (first && this.#startingOf(first) <= more.length && this.#hasRoom()) this.#start(first);
    }
    const full = this.#slots.size >= this.#settings.containers && this.#removing === 0;
    if (full && this.#line.size > this.#starting.size) {
      const other = this.#warm.shift();
      if (other) letRun('container', this.#discard(other));
    }
  }

  /** Those that newcomers get. Of another toolchain, whoever wanted it has gone, and one is enough for the next. */
  #keepWarm(): void {
    const { postgres, warm } = this.#settings;
    const usual = { postgres };
    const isSurplus = ({ sandbox }: { sandbox: Sandbox }, at: number) =>
      !isSame(sandbox, usual) && this.#warm.findIndex((other) => isSame(other.sandbox, sandbox)) < at;
    const surplus = this.#warm.filter(isSurplus);
    this.#warm = this.#warm.filter((one) => !surplus.includes(one));
    for (const one of surplus) letRun('container', this.#discard(one));
    while (this.#warmOf(usual) + this.#startingOf(usual) < warm && this.#hasRoom()) this.#start(usual);
  }

  #warmOf(toolchain: Toolchain): number {
    return this.#warm.filter(({ sandbox }) => isSame(sandbox, toolchain)).length;
  }

  #hasRoom(): boolean {
    return this.#slots.size < this.#settings.containers && this.#starting.size < this.#settings.startsAtOnce;
  }

  #startingOf(toolchain: Toolchain): number {
    return [...this.#starting.values()].filter((start) => isSame(start.toolchain, toolchain)).length;
  }

  #start(toolchain: Toolchain): void {
    const slot = newId();
    const since = this.#deps.clock.now();
    const controller = new AbortController();
    const labels = { [ownerLabel]: this.#settings.instance, [slotLabel]: slot };
    this.#slots.add(slot);
    const creating = bugAsFailure(this.#deps.port.create({ ...toolchain, labels }, controller.signal));
    const end = creating.then((created) => {
      this.#starting.delete(slot);
      if (created.ok) {
        this.#deps.observer.containerStarted(this.#deps.clock.now() - since);
        this.#keep(created.value);
      } else {
        this.#slots.delete(slot);
        this.#failed(toolchain, created.error);
      }
    });
    this.#starting.set(slot, { toolchain, controller, end });
  }

  #keep(sandbox: Sandbox): void {
    const unwatch = this.#deps.port.onGone(sandbox, () => {
      this.#warm = this.#warm.filter((one) => one.sandbox !== sandbox);
      this.#forget(sandbox);
      this.#deps.log.warn({}, 'an idle container exited');
      this.#rest();
    });
    this.#warm.push({ sandbox, unwatch });
    this.#pump();
  }

  #failed(toolchain: Toolchain, failure: SandboxFailure): void {
    if (failure.kind !== 'cancelled') {
      this.#deps.log.error({ failure: failure.kind, reason: failure.message }, 'starting a container failed');
      this.#deps.observer.containerFailed(failure.kind);
    }
    this.#line.serve(toolchain, fail(failure));
    this.#rest();
  }

  /** Leaves the Engine alone for a while before the pool is filled again. */
  #rest(): void {
    this.#endRest?.();
    if (this.#closed) return;
    this.#endRest = this.#deps.clock.after(restMs, () => {
      this.#endRest = null;
      this.#pump();
    });
    this.#pump();
  }

  async #discard(one: { sandbox: Sandbox; unwatch: () => void }): Promise<void> {
    one.unwatch();
    await this.release(one.sandbox);
  }

  #forget(sandbox: Sandbox): void {
    this.#slots.delete(sandbox.labels[slotLabel] ?? '');
  }
}

/** A bug of the port's is a failure as any other: what is counted here must be right whatever happens there. */
function bugAsFailure<T>(asked: Promise<Result<T, SandboxFailure>>): Promise<Result<T, SandboxFailure>> {
  return asked.catch((error: unknown) => {
    contain('container', error);
    return fail({ kind: 'engine', message: 'Internal server error.' });
  });
}
