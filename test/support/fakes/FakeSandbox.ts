import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type {
  Capacity,
  Exec,
  ExecExit,
  ExecFailure,
  ExecOptions,
  Sandbox,
  SandboxFailure,
  SandboxPort,
  SandboxSpec,
  SandboxUsage,
} from '../../../server/ports/sandboxPort.ts';
import { isSame, type Toolchain, toolchainName } from '../../../server/ports/toolchain.ts';
import { type FakeProgram, startFakeProcess } from './fakeProcess.ts';

interface Container {
  sandbox: Sandbox;
  processes: Set<(exit: ExecExit) => void>;
  watchers: Set<() => void>;
}

/**
 * The sandbox port in memory. Its containers have no files; each exec is played by the program that `programs` has for
 * the first word of argv, and an unknown one exits with 127, as a shell's would.
 */
export class FakeSandbox implements SandboxPort {
  /** What each command does, by the first word of its argv. */
  readonly programs = new Map<string, FakeProgram>();
  /** The next calls of `create` fail with these, in order. */
  readonly createFailures: SandboxFailure[] = [];
  /** The next calls of `exec` fail with these, in order. */
  readonly execFailures: ExecFailure[] = [];
  /** Every argv that was executed, in order. */
  readonly executed: (readonly string[])[] = [];
  /** How long `create` takes, in milliseconds. */
  createMs = 0;
  /** The majors that it has with the default pgrx, and those that are still to come. */
  majors = [17];
  absent: number[] = [];
  /** What it has with another pgrx. */
  others: Toolchain[] = [];
  usageNow: SandboxUsage = {
    memoryBytes: 50_000_000,
    memoryLimitBytes: 1_073_741_824,
    memoryLimitHits: 0,
    processes: 8,
    processLimit: 256,
    processLimitHits: 0,
  };
  readonly #containers = new Map<string, Container>();

  get #toolchains(): Toolchain[] {
    return [...this.majors.map((postgres) => ({ postgres })), ...this.others];
  }

  /** Sets what a command does; a later one replaces an earlier. Returns the fake, so that calls can follow. */
  on(command: string, program: FakeProgram): this {
    this.programs.set(command, program);
    return this;
  }

  get running(): Sandbox[] {
    return [...this.#containers.values()].map(({ sandbox }) => sandbox);
  }

  /** Ends the sandbox as a crash of the Engine or an out-of-memory kill would: its execs are lost, watchers are told. */
  lose(sandbox: Sandbox): void {
    const watchers = this.#containers.get(sandbox.id)?.watchers ?? [];
    this.#remove(sandbox);
    for (const gone of watchers) gone();
  }

  async create(spec: SandboxSpec, signal?: AbortSignal): Promise<Result<Sandbox, SandboxFailure>> {
    const failure = this.createFailures.shift();
    if (failure) return fail(failure);
    if (!this.#toolchains.some((one) => isSame(one, spec))) {
      return fail({ kind: 'image', message: `There is no image for ${toolchainName(spec)}.` });
    }
    if (this.createMs > 0) await elapsed(this.createMs, signal);
    if (signal?.aborted) return fail({ kind: 'cancelled', message: 'Creating the sandbox was cancelled.' });
    const { postgres, pgrx, labels } = spec;
    const sandbox = { id: randomUUID(), postgres, pgrx, labels: { ...labels } };
    this.#containers.set(sandbox.id, { sandbox, processes: new Set(), watchers: new Set() });
    return ok(sandbox);
  }

  async list(labels: Record<string, string>): Promise<Result<Sandbox[], SandboxFailure>> {
    const wanted = Object.entries(labels);
    return ok(this.running.filter((one) => wanted.every(([key, value]) => one.labels[key] === value)));
  }

  async exec(
    sandbox: Sandbox,
    argv: readonly string[],
    options: ExecOptions = {},
  ): Promise<Result<Exec, ExecFailure>> {
    if (options.signal?.aborted) return fail({ kind: 'cancelled', message: 'The command was cancelled.' });
    const container = this.#containers.get(sandbox.id);
    if (!container) return fail({ kind: 'gone', message: 'The sandbox is gone.' });
    const failure = this.execFailures.shift();
    if (failure) return fail(failure);
    this.executed.push(argv);
    const program = this.programs.get(argv[0] ?? '') ?? (() => 127);
    const { exec, end } = startFakeProcess(program, argv, options, container.sandbox);
    container.processes.add(end);
    void exec.exit.then(() => container.processes.delete(end));
    return ok(exec);
  }

  async destroy(sandbox: Sandbox): Promise<Result<void, SandboxFailure>> {
    this.#remove(sandbox);
    return ok(undefined);
  }

  async addMemory(sandbox: Sandbox, bytes: number): Promise<Result<void, ExecFailure>> {
    if (!this.#containers.has(sandbox.id)) return fail({ kind: 'gone', message: 'The sandbox is gone.' });
    this.usageNow.memoryLimitBytes = 1_073_741_824 + bytes;
    return ok(undefined);
  }

  async usage(sandbox: Sandbox): Promise<Result<SandboxUsage, ExecFailure>> {
    if (this.#containers.has(sandbox.id)) return ok({ ...this.usageNow });
    return fail({ kind: 'gone', message: 'The sandbox is gone.' });
  }

  onGone(sandbox: Sandbox, gone: () => void): () => void {
    const watchers = this.#containers.get(sandbox.id)?.watchers;
    if (!watchers) {
      const timer = setImmediate(gone);
      return () => clearImmediate(timer);
    }
    watchers.add(gone);
    return () => watchers.delete(gone);
  }

  async capacity(): Promise<Result<Capacity, SandboxFailure>> {
    const absent = this.absent.map((postgres) => ({ postgres }));
    return ok({ cpus: 2, memoryBytes: 8_000_000_000, toolchains: this.#toolchains, absent });
  }

  async close(): Promise<void> {
    for (const { processes, watchers } of this.#containers.values()) {
      for (const end of processes)
        end({ kind: 'lost', message: 'The connection to the sandbox was closed.' });
      watchers.clear();
    }
  }

  #remove(sandbox: Sandbox): void {
    const container = this.#containers.get(sandbox.id);
    this.#containers.delete(sandbox.id);
    for (const end of container?.processes ?? []) end({ kind: 'lost', message: 'The sandbox is gone.' });
  }
}

function elapsed(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
