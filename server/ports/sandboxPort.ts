import type { Readable, Writable } from 'node:stream';
import type { Result } from '../../protocol/result.ts';
import type { Toolchain } from './toolchain.ts';

/** A container with Rust and Postgres, known by the implementation's own name for it. */
export interface Sandbox extends Toolchain {
  readonly id: string;
  /** The labels it was created with; orphans of a crashed server are found by them. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface SandboxSpec extends Toolchain {
  labels: Record<string, string>;
}

/** `capacity`: no room for one more; `image`: no such image; `engine`: the Engine does not answer or refuses. */
export type SandboxFailure = { kind: 'capacity' | 'image' | 'engine' | 'cancelled'; message: string };

/**
 * `gone`: the sandbox no longer exists; `processes`: it can start no process more (its limit is used up);
 * `engine`: the Engine does not answer or refuses.
 */
export type ExecFailure = { kind: 'gone' | 'processes' | 'engine' | 'cancelled'; message: string };

/** `lost` is an end without a status: the stream broke, and what the process did is not known. */
export type ExecExit = { kind: 'exited'; code: number } | { kind: 'lost'; message: string };

export interface ExecOptions {
  env?: Record<string, string>;
  /** The folder to start in; `/work/project` unless told otherwise. */
  cwd?: string;
  /** A terminal of this size; stdout then carries both streams. */
  tty?: { columns: number; rows: number };
  /** Aborting kills the process with its whole group. */
  signal?: AbortSignal;
  /**
   * What it has left running when it ends is ended as well, before `exit` resolves. Where that cannot be done, `exit` is
   * of kind `lost`.
   */
  leavesNothing?: boolean;
}

/**
 * A process in a sandbox, leader of a process group of its own. Its streams obey backpressure. Errors of the streams
 * end as `exit` of kind `lost`; they are never thrown.
 *
 * Both outputs have to be read (or `resume`d, or destroyed): they may share one connection, so that one that is full
 * holds up the other, and `exit` with them. When `exit` resolves, the streams may still hold what is to be read.
 */
export interface Exec {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exit: Promise<ExecExit>;
  resize(columns: number, rows: number): Promise<void>;
  /** Signals the whole process group; `KILL` also reaches what fled from it. Killing what has ended succeeds. */
  kill(signal: 'INT' | 'TERM' | 'KILL'): Promise<void>;
}

/** What the kernel counts for a sandbox, since its start; null where it cannot be read. */
export interface SandboxUsage {
  memoryBytes: number | null;
  memoryLimitBytes: number | null;
  /** How often a process was killed, or an allocation failed, for want of memory. */
  memoryLimitHits: number | null;
  processes: number | null;
  processLimit: number | null;
  /** How often a fork was refused. */
  processLimitHits: number | null;
}

export interface Capacity {
  cpus: number;
  memoryBytes: number;
  /** Those whose image is there. */
  toolchains: Toolchain[];
  /** Those that there should be, and whose image is not there. */
  absent: Toolchain[];
}

/**
 * What the sessions need of a container engine; the same for Docker, for Kubernetes' exec, and for the fake in memory.
 * All that reaches the inside is `exec`. Expected failures are values; only bugs are thrown.
 */
export interface SandboxPort {
  /** Creates and starts a sandbox; it is there once Postgres in it answers. Aborting leaves nothing behind. */
  create(spec: SandboxSpec, signal?: AbortSignal): Promise<Result<Sandbox, SandboxFailure>>;
  /** The sandboxes that have all these labels, running or not. */
  list(labels: Record<string, string>): Promise<Result<Sandbox[], SandboxFailure>>;
  exec(sandbox: Sandbox, argv: readonly string[], options?: ExecOptions): Promise<Result<Exec, ExecFailure>>;
  /** Removes the sandbox with all that is in it. Destroying what is gone succeeds. */
  destroy(sandbox: Sandbox): Promise<Result<void, SandboxFailure>>;
  /**
   * Lets a sandbox use so much memory beyond what it was created with; 0 takes it back. It fails where more is in use.
   */
  addMemory(sandbox: Sandbox, bytes: number): Promise<Result<void, ExecFailure>>;
  usage(sandbox: Sandbox): Promise<Result<SandboxUsage, ExecFailure>>;
  /** Calls back once when the sandbox ends without `destroy`; returns how to stop listening. */
  onGone(sandbox: Sandbox, gone: () => void): () => void;
  /** Whether the Engine answers, of which toolchains it has the image, and what the machine has. */
  capacity(): Promise<Result<Capacity, SandboxFailure>>;
  /** Lets go of connections and watches. The sandboxes stay. */
  close(): Promise<void>;
}
