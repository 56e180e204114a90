import type { RunEvent } from '../../protocol/events/events.ts';
import type { ConnectionEvent, LoadedLibrary } from '../../protocol/messages/connectionMessages.ts';
import type { ProjectFiles, RunMode, RunRequest } from '../../protocol/project.ts';
import type { Result } from '../../protocol/result.ts';
import type { Sandbox } from './sandboxPort.ts';

/** Where the steps of a run put their events, in order. `done` is the session's to say. */
export type Emit = (event: RunEvent) => void;

/**
 * What a step of a run works with. `signal` aborts on cancel and when the session ends; the step then stops its
 * processes before it resolves.
 */
export interface RunContext {
  sandbox: Sandbox;
  emit: Emit;
  signal: AbortSignal;
}

type LimitWhat = Extract<RunEvent, { type: 'limit' }>['what'];

/**
 * How a step ended other than well. The event that tells the person (`diagnostic`, `sqlError`, `crash`, `limit`) has
 * been emitted before; `sandboxUnusable` says that the session must take a new container.
 */
export type StepEnd =
  | { kind: 'failed'; message?: string | undefined }
  | { kind: 'cancelled'; sandboxUnusable?: boolean }
  | { kind: 'limited'; what: LimitWhat; sandboxUnusable?: boolean }
  | { kind: 'crashed'; sandboxUnusable?: boolean }
  | { kind: 'lost'; message: string };

/** What `docker/`'s install tool tells of the extension that it has put in place. */
export interface Installed {
  name: string;
  version: string;
  /** What CREATE EXTENSION will run. */
  sql: string;
  /** The bytes at their place are not those that were there before. */
  sqlChanged: boolean;
  soChanged: boolean;
  controlChanged: boolean;
  /** The library works only when it is in shared_preload_libraries. */
  preload: boolean;
  /** Settings from the project's own `postgresql.conf`, if it has that file. */
  settings: string | null;
  /** The paths of the project's files, by which an error's place in Rust is found. */
  sources?: readonly string[];
}

/** What a build has beside the project's own wishes. */
export interface BuildOptions {
  /** Features of the project's. */
  features?: readonly string[];
  /** Flags for rustc, which hold for the project's own crate. None has a space in it. */
  flags?: readonly string[];
}

/** Files in, an installed extension out. */
export interface BuildPort {
  /**
   * Writes the files, compiles and installs. Emits `phase` (building, installing), `log`, `diagnostic`, `build`, and
   * `limit` where one was met.
   */
  build(
    context: RunContext,
    files: ProjectFiles,
    options?: BuildOptions,
  ): Promise<{ kind: 'installed'; installed: Installed } | StepEnd>;
}

/** What is done with a project beside running it; nothing of it changes what is installed. */
export interface CheckPort {
  /** Compiles as far as types go. Emits `phase`, `diagnostic`, `build`, and `limit` where one was met. */
  check(
    context: RunContext,
    files: ProjectFiles,
    tool: 'check' | 'clippy',
  ): Promise<{ kind: 'ok' } | StepEnd>;
  /** Compiles what a run would compile, so that a run of the same files only installs it. */
  prepare(context: RunContext, files: ProjectFiles): Promise<{ kind: 'ok' } | StepEnd>;
  /** Emits `formatted` for each file that changes, or `diagnostic` for each that is no Rust, and then nothing else. */
  format(context: RunContext, files: ProjectFiles): Promise<{ kind: 'ok' } | StepEnd>;
}

/** What a session knows of its database between runs; lost with the session's record, it is found out anew. */
export interface DatabaseState {
  /** The extension as it was last created here, by name, version and SQL. */
  created: { name: string; version: string; sql: string } | null;
  /** The settings and preloaded library that Postgres was last started with. */
  started: { settings: string | null; preload: string | null };
  /** The paths of the project whose library is installed. */
  sources?: readonly string[];
}

/** One run's connection to Postgres. Dialled while the build runs, so that it is there when it ends. */
export interface SqlRun extends AsyncDisposable {
  /**
   * Creates, re-creates or keeps the extension (emits `extension`), restarts Postgres where needed, then runs the
   * script statement by statement. Emits `phase` (running), `statement`, `notice`, `sqlError`, `crash`, `limit`.
   */
  execute(installed: Installed, script: string, options?: SqlOptions): Promise<{ kind: 'ok' } | StepEnd>;
}

export interface SqlOptions {
  /** An older version of the extension is taken to this one by ALTER EXTENSION; nothing is dropped. */
  update?: boolean | undefined;
  /** The project's own wish for an empty database counts (SPEC.md, R11): not between the checks of a lesson. */
  mayBeFresh?: boolean | undefined;
}

/** What happens on an open connection by itself. */
export interface ConnectionListener {
  onEvent(event: ConnectionEvent): void;
  /** Postgres has ended it, or its container has. */
  onClosed(): void;
}

/** A connection that stays open beside runs. */
export interface OpenConnection extends AsyncDisposable {
  /** Dials, or does nothing where it is open; fails with a text for the person. */
  open(): Promise<Result<void, string>>;
  /** The backend's process; null while there is none. */
  readonly pid: number | null;
  readonly transaction: 'none' | 'open' | 'failed';
  /** Runs a script as `SqlRun.execute` does, without time limits of a run's. One at a time. */
  execute(script: string, context: { emit: Emit; signal: AbortSignal }): Promise<{ kind: 'ok' } | StepEnd>;
  /** Which of the project's libraries its backend has loaded, and whose locks it waits for. */
  look(): Promise<{ libraries: LoadedLibrary[]; waitsFor: number[] }>;
}

export interface SqlPort {
  /** A connection for the person's own use; nothing is dialled before its `open`. */
  connect(sandbox: Sandbox, state: DatabaseState, listener: ConnectionListener): OpenConnection;
  /** Starts dialling and returns at once; failures show in `execute`. */
  open(context: RunContext, state: DatabaseState): SqlRun;
  /** Makes all of Postgres's data as it is in a new container, which cuts every connection. Emits `phase` and `log`. */
  reset(context: RunContext, state: DatabaseState): Promise<{ kind: 'ok' } | StepEnd>;
  /** Restarts Postgres with what it has, which cuts every connection. Emits `phase`, and why it did not start. */
  restart(context: RunContext, state: DatabaseState): Promise<{ kind: 'ok' } | StepEnd>;
}

/** The library of a project on its way from the container that compiled it into another; compressed, as base64. */
export interface TransferredLibrary {
  name: string;
  packed: string;
}

/** What a run of some mode works with. */
export interface ModeWork {
  context: RunContext;
  request: RunRequest & { postgres: number };
  database: DatabaseState;
  /** To be called when nothing more will be compiled: the next in line may begin. */
  releaseBuildSlot(): void;
  /** What the first of two containers has given to this one. */
  transferred?: TransferredLibrary | undefined;
}

/** How a mode ended, and in which of its parts. */
export interface ModeEnd {
  /** `message` says what was done, where no event does. */
  end: { kind: 'ok'; message?: string } | StepEnd;
  step: 'build' | 'sql' | 'checks';
  /** What the next container is to get, in a mode that uses two. */
  transferred?: TransferredLibrary;
}

/** All that a run does in the container, between its first phase and its `done`. */
export type RunModeSteps = (work: ModeWork) => Promise<ModeEnd>;

/** The modes that this server has. */
export type RunModes = Readonly<Partial<Record<RunMode, RunModeSteps>>>;
