import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { DatabaseState, Installed, RunContext, StepEnd } from './runPorts.ts';

type End = { kind: 'ok' } | StepEnd;

/** What a `#[test]` came to. */
export interface PlainResult {
  name: string;
  outcome: 'passed' | 'failed' | 'ignored';
  ms: number;
  message: string | null;
  printed: string;
}

/** Cargo's own way with tests. */
export interface HarnessPort {
  /**
   * Makes cargo's test harness of the project that was built last, and runs these of its `#[test]`s, each in a process of
   * its own. One that the harness does not have gets no result.
   */
  plainTests(
    context: RunContext,
    files: ProjectFiles,
    names: readonly string[],
    onResult: (result: PlainResult) => void,
  ): Promise<End>;
}

/** How a statement in a scratch database ended, and what was said while it ran. */
export interface ScratchCall {
  end: End;
  rows: (string | null)[][];
  ms: number;
  events: RunEvent[];
}

/** What pg_regress says of a file of its, and what psql printed for it. */
export interface RegressVerdict {
  name: string;
  ok: boolean;
  ms: number | null;
  output: string;
  truncated: boolean;
}

/** A database beside the person's own, for what must not change that. */
export interface ScratchDatabase extends AsyncDisposable {
  /**
   * Waits until it is made, and where told so makes the extension in it. Emits `phase` (running), and what went wrong.
   */
  prepare(installed: Installed, options: { extension: boolean }): Promise<End>;
  /** Runs a statement on a connection of its own, in a transaction that is taken back. `name` marks it in the log. */
  call(sql: string, options?: { name?: string; timeoutMs?: number; setup?: string }): Promise<ScratchCall>;
  /** What the server's log has of each call that was marked with a name. */
  logs(): Promise<ReadonlyMap<string, string>>;
  /** Runs files of the project's tests/pg_regress/sql, in this order. */
  regress(names: readonly string[]): Promise<{ kind: 'ok'; verdicts: RegressVerdict[] } | StepEnd>;
}

export interface ScratchPort {
  /** Begins to make the database anew; nothing is emitted before `prepare`. */
  scratch(context: RunContext, state: DatabaseState, database: string): ScratchDatabase;
}
