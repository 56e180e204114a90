import type { RunEvent } from '../../../protocol/events/events.ts';
import type { Result } from '../../../protocol/result.ts';
import { fail, ok } from '../../../protocol/result.ts';
import { awaitedLater } from '../../base/contain.ts';
import type { DatabaseState, Emit } from '../../ports/runPorts.ts';
import type { SandboxUsage } from '../../ports/sandboxPort.ts';
import type { DialFailure } from '../dial/dialPostgres.ts';
import { reachPostgres } from '../dial/reachPostgres.ts';
import { postgresSettings } from '../extension/postgresSettings.ts';
import type { RunLog } from '../postmaster/RunLog.ts';
import { waitForExit } from '../postmaster/waitForExit.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { TypeNames } from './TypeNames.ts';
import { toNotice } from './toNotice.ts';

/** A connection that Postgres has ended, and what it took to have another. */
export interface Reopened {
  lost: PgConnection;
  ms: number;
  restarted: boolean;
}

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
  readonly #log: RunLog | null;
  /** Null where it was closed from here. */
  #current: Promise<Result<PgConnection, DialFailure>> | null;
  #reopened: Reopened | null = null;
  #restarted = false;
  #isTold = false;

  /** Starts dialling and asks for what results will need, and where the server's log ends if that is to be read. */
  constructor(environment: SqlEnvironment, state: DatabaseState, emit: Emit, log: RunLog | null = null) {
    this.#log = log;
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
    const began = performance.now();
    if (current?.ok) await this.#afterLoss(current.value);
    this.#current = awaitedLater(this.#dial(false));
    const next = await this.#current;
    const isTold = this.#isTold;
    this.#isTold = false;
    if (current?.ok && next.ok && !isTold) {
      const ms = performance.now() - began;
      this.#reopened = { lost: current.value, ms, restarted: this.#restarted };
    }
    return next;
  }

  /** That the connection ends, or has ended, is told: the next `open` need not. */
  endIsTold(): void {
    this.#isTold = true;
  }

  /** The connection that the last `open` has replaced, told once; null where it had none, or it was closed from here. */
  takeReopened(): Reopened | null {
    const reopened = this.#reopened;
    this.#reopened = null;
    return reopened;
  }

  /** The connection that there is, if it is open. */
  async current(): Promise<PgConnection | null> {
    const current = await this.#current;
    return current?.ok && current.value.isOpen ? current.value : null;
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
    const { connection, restarted } = reached.value;
    this.#restarted = restarted;
    if (first && restarted) this.#emit(endedBefore);
    if (first) await Promise.all([this.types.load(connection), this.#log?.begin(connection)]);
    connection.onNotice((notice) => this.#emit(toNotice(notice)));
    connection.onNotification((notification) => this.#emit(notification));
    return ok(connection);
  }
}

/** A backend may finish its run before it sees that the server is gone. */
const endedBefore: RunEvent = {
  type: 'notice',
  severity: 'WARNING',
  message: 'The whole Postgres server had ended since the last run, and was started again.',
  detail: null,
  hint: null,
  where: null,
};
