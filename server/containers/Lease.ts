import { fail, ok, type Result } from '../../protocol/result.ts';
import { letRun } from '../base/contain.ts';
import type { DatabaseState } from '../ports/runPorts.ts';
import type { Sandbox, SandboxFailure, SandboxPort } from '../ports/sandboxPort.ts';
import { isSame, type Toolchain } from '../ports/toolchain.ts';
import type { Turn } from '../queues/AddressQueue.ts';
import type { ContainerSupply } from './ContainerSupply.ts';
import type { TakeProgress } from './WaitingLine.ts';

/** A container that a session has, and what the session knows of its database. */
export interface LeasedContainer {
  sandbox: Sandbox;
  database: DatabaseState;
  /** Aborts when the container has ended without our doing. */
  gone: AbortSignal;
}

export type LeaseState =
  | { kind: 'none' }
  | { kind: 'queued'; position: number }
  | { kind: 'starting' }
  | { kind: 'ready'; held: LeasedContainer; since: number };

type Progress = (progress: TakeProgress) => void;

interface Taking {
  toolchain: Toolchain;
  controller: AbortController;
  askers: Set<Progress>;
  result: Promise<Result<LeasedContainer, SandboxFailure>>;
}

export interface LeaseDeps {
  supply: ContainerSupply;
  port: SandboxPort;
  now: () => number;
  /** Whose turn it counts as in the line, asked when it joins: a session's address changes with its network. */
  turn: () => Turn;
  onChange: () => void;
  /** The container has ended, or must be given up, without anybody's wish. */
  onFailed: () => void;
}

/** A session's hold on a container: taken when first needed, shared by all that need it, given up as a whole. */
export class Lease {
  readonly #deps: LeaseDeps;
  #state: LeaseState = { kind: 'none' };
  #taking: Taking | null = null;
  #unwatch: (() => void) | null = null;

  constructor(deps: LeaseDeps) {
    this.#deps = deps;
  }

  get state(): LeaseState {
    return this.#state;
  }

  /** What the container has that is held or waited for; null without one. */
  get toolchain(): Toolchain | null {
    return this.#state.kind === 'ready' ? this.#state.held.sandbox : (this.#taking?.toolchain ?? null);
  }

  /** The container, taken where there is none. Several may ask at once; it is given up only when all have aborted. */
  async acquire(
    toolchain: Toolchain,
    signal: AbortSignal,
    onProgress: Progress,
  ): Promise<Result<LeasedContainer, SandboxFailure>> {
    if (this.#state.kind === 'ready') {
      if (isSame(this.#state.held.sandbox, toolchain)) return ok(this.#state.held);
      this.#letDrop();
    }
    if (this.#taking && !isSame(this.#taking.toolchain, toolchain)) this.#letDrop();
    const taking = this.#taking ?? this.#take(toolchain);
    // Two may ask with one function.
    const asker: Progress = (progress) => onProgress(progress);
    taking.askers.add(asker);
    if (this.#state.kind === 'queued' || this.#state.kind === 'starting') onProgress(this.#state);
    const { promise: aborted, resolve } = Promise.withResolvers<Result<LeasedContainer, SandboxFailure>>();
    const abort = () => {
      taking.askers.delete(asker);
      if (taking.askers.size === 0) taking.controller.abort();
      resolve(fail({ kind: 'cancelled', message: 'Waiting for a container was cancelled.' }));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const result = await Promise.race([taking.result, aborted]);
    signal.removeEventListener('abort', abort);
    return result;
  }

  /** The container, for a run that nobody waits for: never in place of another toolchain's, nor where others need it. */
  async acquireSpare(
    toolchain: Toolchain,
    signal: AbortSignal,
    onProgress: Progress,
  ): Promise<Result<LeasedContainer, SandboxFailure>> {
    const { kind } = this.#state;
    const had = this.toolchain;
    const isThere = (kind === 'ready' || kind === 'starting') && had !== null && isSame(had, toolchain);
    if (isThere || (kind === 'none' && !this.#taking && this.#deps.supply.canSpare(toolchain)))
      return this.acquire(toolchain, signal, onProgress);
    return fail({ kind: 'capacity', message: 'No idle container is available.' });
  }

  /** Gives up a container that is of no use any more, and tells of it; does nothing where none is held. */
  fail(): void {
    if (this.#state.kind !== 'ready') return;
    this.#letDrop();
    this.#deps.onFailed();
  }

  /** Gives the container up, or the wait for it. Resolves when it is removed. */
  async drop(): Promise<void> {
    this.#taking?.controller.abort();
    this.#taking = null;
    const state = this.#state;
    this.#unwatch?.();
    this.#unwatch = null;
    this.#become({ kind: 'none' });
    if (state.kind === 'ready') await this.#deps.supply.release(state.held.sandbox);
  }

  #letDrop(): void {
    letRun('container', this.drop());
  }

  #take(toolchain: Toolchain): Taking {
    const controller = new AbortController();
    const askers = new Set<Progress>();
    const onProgress: Progress = (progress) => {
      if (this.#taking !== taking) return;
      this.#become(progress);
      for (const asker of askers) asker(progress);
    };
    const wait = async (): Promise<Result<LeasedContainer, SandboxFailure>> => {
      const { turn, supply } = this.#deps;
      const taken = await supply.take({ ...turn(), toolchain, signal: controller.signal, onProgress });
      const current = this.#taking === taking;
      if (current) this.#taking = null;
      if (!taken.ok) {
        if (current) this.#become({ kind: 'none' });
        return taken;
      }
      if (!current || controller.signal.aborted) {
        if (current) this.#become({ kind: 'none' });
        letRun('container', supply.release(taken.value));
        return fail({ kind: 'cancelled', message: 'The container was released before it was ready.' });
      }
      return ok(this.#hold(taken.value));
    };
    const { promise: result, resolve } = Promise.withResolvers<Result<LeasedContainer, SandboxFailure>>();
    const taking: Taking = { toolchain, controller, askers, result };
    this.#taking = taking;
    const failure = { kind: 'engine', message: 'Internal server error.' } as const;
    letRun('container', wait().then(resolve), () => resolve(fail(failure)));
    return taking;
  }

  #hold(sandbox: Sandbox): LeasedContainer {
    const database = { created: null, started: { settings: null, preload: null } };
    const gone = new AbortController();
    const held = { sandbox, database, gone: gone.signal };
    this.#unwatch = this.#deps.port.onGone(sandbox, () => {
      gone.abort();
      this.fail();
    });
    this.#become({ kind: 'ready', held, since: this.#deps.now() });
    return held;
  }

  #become(state: LeaseState): void {
    if (state.kind === 'none' && this.#state.kind === 'none') return;
    this.#state = state;
    this.#deps.onChange();
  }
}
