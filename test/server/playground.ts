import { readFileSync } from 'node:fs';
import { withPgrxVersion } from '../../docker/pgrxVersion.mjs';
import { type RunEvent, type RunEventOf, runEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { BuildLimits } from '../../server/build/buildLimits.ts';
import { createBuildPort } from '../../server/build/createBuildPort.ts';
import type { BuildPort, DatabaseState, SqlOptions, SqlPort, StepEnd } from '../../server/ports/runPorts.ts';
import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import { createSqlPort } from '../../server/sql/createSqlPort.ts';
import type { SplitScript } from '../../server/sql/split/scriptSplitting.ts';
import type { SqlLimits } from '../../server/sql/sqlLimits.ts';
import { openTasks } from '../../server/wiring/tasks.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

const read = (path: string) =>
  withPgrxVersion(readFileSync(new URL(`../../docker/starter/${path}`, import.meta.url), 'utf8'));

/** The starter crate, as a project that leaves nothing out. */
export const starter: ProjectFiles = Object.fromEntries(
  ['Cargo.toml', 'my_extension.control', 'src/lib.rs'].map((path) => [path, read(path)]),
);

/** Some Rust as a library: with what every extension begins with. */
export function library(rust: string): ProjectFiles {
  return { 'src/lib.rs': `use pgrx::prelude::*;\npg_module_magic!();\n${rust}` };
}

export interface RunOutcome {
  end: { kind: 'ok' } | StepEnd;
  events: RunEvent[];
  /** The events of one type, in order. */
  of<T extends RunEvent['type']>(type: T): RunEventOf<T>[];
  /** Milliseconds from the run's beginning to each event. */
  at: number[];
}

export interface RunOptions extends SqlOptions {
  signal?: AbortSignal;
  onEvent?(event: RunEvent): void;
}

/** One real container with the build and SQL rooms over it, driven as a session drives them. */
export interface Playground extends AsyncDisposable {
  readonly subject: Subject;
  readonly build: BuildPort;
  readonly sql: SqlPort;
  readonly split: SplitScript;
  sandbox: Sandbox;
  state: DatabaseState;
  run(files: ProjectFiles, script?: string, options?: RunOptions): Promise<RunOutcome>;
  /** Takes a new container, as a session does after an end with `sandboxUnusable`. */
  renew(): Promise<void>;
}

export interface PlaygroundOptions {
  build?: Partial<BuildLimits>;
  sql?: Partial<SqlLimits>;
  postgres?: number;
}

export async function startPlayground(suite: string, options: PlaygroundOptions = {}): Promise<Playground> {
  const subject = dockerSubject(suite);
  const build = createBuildPort(subject.port, { starter, crates: () => [], limits: options.build });
  const tasks = openTasks();
  const split: SplitScript = (script, key) => tasks.run('splitScript', script, key);
  const sql = createSqlPort(subject.port, split, options.sql);
  const fresh = (): DatabaseState => ({ created: null, started: { settings: null, preload: null } });

  const playground: Playground = {
    subject,
    build,
    sql,
    split,
    sandbox: await subject.start(options.postgres),
    state: fresh(),
    async run(files, script = '', { signal = new AbortController().signal, onEvent, update } = {}) {
      const began = performance.now();
      const events: RunEvent[] = [];
      const at: number[] = [];
      const emit = (event: RunEvent) => {
        // What leaves the rooms is what the protocol says, or the page could not read it.
        events.push(runEvent.parse(event));
        at.push(performance.now() - began);
        onEvent?.(event);
      };
      const context = { sandbox: playground.sandbox, emit, signal };
      await using run = sql.open(context, playground.state);
      const built = await build.build(context, files);
      const end =
        built.kind === 'installed'
          ? await run.execute(built.installed, script, { update, mayBeFresh: true })
          : built;
      return { end, events, at, of: (type) => events.filter((event) => event.type === type) as never };
    },
    async renew() {
      await subject.port.destroy(playground.sandbox);
      playground.sandbox = await subject.start(options.postgres);
      playground.state = fresh();
    },
    async [Symbol.asyncDispose]() {
      await tasks[Symbol.asyncDispose]();
      await subject[Symbol.asyncDispose]();
    },
  };
  return playground;
}
