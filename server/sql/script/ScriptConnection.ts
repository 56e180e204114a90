import type { Result } from '../../../protocol/result.ts';
import { fail, ok } from '../../../protocol/result.ts';
import { awaitedLater } from '../../base/contain.ts';
import type { DatabaseState, Emit } from '../../ports/runPorts.ts';
import type { SandboxUsage } from '../../ports/sandboxPort.ts';
import type { DialFailure } from '../dial/dialPostgres.ts';
import { reachPostgres } from '../dial/reachPostgres.ts';
import { postgresSettings } from '../extension/postgresSettings.ts';
import { waitForExit } from '../postmaster/waitForExit.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { TypeNames } from './TypeNames.ts';
import { toNotice } from './toNotice.ts';

/**
 * The run's connection to Postgres, and another in its place when it was lost. Its notices and notifications
 * are emitted as they come.
 */
export class ScriptConnection implements AsyncDisposable {
  readonly types = new TypeNames();
  /** What the kernel had counted when the run began; null where that is not known. */
  readonly usageBefore: Promise<SandboxUsage | null>;
  readonly #environment: SqlEnvironment;
  readonly #state: DatabaseState;
  readonly #emit: Emit;
  /** Null where it was closed from here. */
  #current: Promise<Result<PgConnection, DialFailure>> | null;

  /** Starts dialling and asks for what results will need. */
  constructor(environment: SqlEnvironment, state: DatabaseState, emit: Emit) {
    this.#environment = environment;
    this.#state = state;
    this.#emit = emit;
    this.usageBefore = awaitedLater(this.usage());
    this.#current = awaitedLater(this.#dial(true));
  }

  /** An open connection: the one there is, or a new one. */
  async open(): Promise<Result<PgConnection, DialFailure>> {
    const current = await this.#current;
    if (current?.ok && current.value.isOpen) return current;
    if (current?.ok) await this.#afterLoss(current.value);
    this.#current = awaitedLater(this.#dial(false));
    return this.#current;
  }

  /** Ends the connection; the next `open` makes a new one. */
  async close(): Promise<void> {
    const current = await this.#current;
    this.#current = null;
    if (current?.ok) await current.value[Symbol.asyncDispose]();
  }

  async usage(): Promise<SandboxUsage | null> {
    const usage = await this.#environment.port.usage(this.#environment.sandbox);
    return usage.ok ? usage.value : null;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #afterLoss(lost: PgConnection): Promise<void> {
    await lost[Symbol.asyncDispose]();
    const { backendPid, anotherCrashed } = lost;
    // Of another's crash it was the postmaster that told.
    if (backendPid !== null && !anotherCrashed) await waitForExit(this.#environment, backendPid);
  }

  async #dial(first: boolean): Promise<Result<PgConnection, DialFailure>> {
    const { settings, preload } = this.#state.started;
    const reached = await reachPostgres(this.#environment, postgresSettings(settings, preload));
    if (!reached.ok) return fail(reached.error);
    if (first) await this.types.load(reached.value);
    reached.value.onNotice((notice) => this.#emit(toNotice(notice)));
    reached.value.onNotification((notification) => this.#emit(notification));
    return ok(reached.value);
  }
}
