import type { RunEvent } from '../../protocol/events/events.ts';
import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import type { ServerMessage, ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { protocolVersion } from '../../protocol/version.ts';
import type { Clock } from '../../server/base/clock.ts';
import { newId } from '../../server/base/newId.ts';
import { terminalFeature } from '../../server/features/terminal/terminalFeature.ts';
import { psqlProgram, shellProgram } from '../../server/features/terminal/terminalPrograms.ts';
import type { Connection } from '../../server/ports/connection.ts';
import type { Observer } from '../../server/ports/observer.ts';
import type { RateLimits } from '../../server/ports/rateLimits.ts';
import type {
  BuildPort,
  Installed,
  RunContext,
  RunModeSteps,
  SqlPort,
  StepEnd,
} from '../../server/ports/runPorts.ts';
import { runSteps } from '../../server/runs/modes/runSteps.ts';
import type { Session } from '../../server/sessions/Session.ts';
import { Sessions } from '../../server/sessions/Sessions.ts';
import type { SessionsSettings } from '../../server/sessions/sessionsSettings.ts';
import { benchSteps } from '../../server/testRunner/benchSteps.ts';
import { regressSteps } from '../../server/testRunner/regressSteps.ts';
import { testSteps } from '../../server/testRunner/testSteps.ts';
import { FakeClock, settled } from './fakes/FakeClock.ts';
import { FakeSandbox } from './fakes/FakeSandbox.ts';
import { fakePsql } from './fakes/fakePsql.ts';
import { fakeSql } from './fakes/fakeRun.ts';
import { fakeTestPorts } from './fakes/fakeTestPorts.ts';
import { fakeVersions } from './fakes/fakeVersions.ts';
import { installedCrate } from './installedCrate.ts';
import { serverSettings } from './serverSettings.ts';

type Step<T> = (context: RunContext) => Promise<T | StepEnd>;

/** The sessions with everything around them played and scriptable: `build` and `sql` are what the next runs do. */
export class SessionsHarness {
  readonly clock = new FakeClock();
  /** The clock that the sessions have: another than `clock` where a test sets it before `open`. */
  time: Clock = this.clock;
  readonly sandbox = new FakeSandbox().on('sh', fakeVersions).on('psql', fakePsql);
  readonly settings: SessionsSettings = serverSettings().sessions;
  readonly observed: string[] = [];
  /** What was logged, in order. */
  readonly lines: { level: string; message: string; fields: object }[] = [];
  build: Step<{ kind: 'installed'; installed: Installed }> = async ({ emit }) => {
    emit({ type: 'phase', phase: 'building' });
    emit({ type: 'build', ok: true, ms: 1 });
    return { kind: 'installed', installed };
  };
  sql: Step<{ kind: 'ok' }> = async ({ emit }) => {
    emit({ type: 'phase', phase: 'running' });
    return { kind: 'ok' };
  };
  /** The two parts of the mode `loadElsewhere`. */
  elsewhere: RunModeSteps = async ({ context, transferred, releaseBuildSlot }) => {
    releaseBuildSlot();
    if (transferred) return { end: { kind: 'failed' }, step: 'sql' };
    context.emit({ type: 'build', ok: true, ms: 1 });
    return { end: { kind: 'ok' }, step: 'build', transferred: { name: 'x.so', packed: '' } };
  };
  /** How many connections to Postgres are open. */
  dialled = 0;
  retryAfterMs: number | null = null;
  /** By which rates runs were counted. */
  readonly counted: string[] = [];
  /** The projects that were built, in their order. */
  readonly compiled: ProjectFiles[] = [];
  readonly #buildPort: BuildPort = {
    build: (context, files) => {
      this.compiled.push(files);
      return this.build(context);
    },
  };
  readonly #sqlPort: SqlPort = {
    connect: fakeSql.connect,
    reset: fakeSql.reset,
    restart: fakeSql.restart,
    open: (context) => {
      this.dialled += 1;
      const close = async () => {
        this.dialled -= 1;
      };
      return { execute: () => this.sql(context), [Symbol.asyncDispose]: close };
    },
  };
  #sessions: Sessions | null = null;

  get sessions(): Sessions {
    const steps = runSteps(this.#buildPort, this.#sqlPort);
    this.#sessions ??= new Sessions(
      {
        port: this.sandbox,
        modes: {
          run: steps,
          check: steps,
          prepare: steps,
          test: testSteps({ ...fakeTestPorts, ...this.#buildPort }, fakeTestPorts),
          regress: regressSteps(this.#buildPort, fakeTestPorts),
          bench: benchSteps(this.#buildPort, fakeTestPorts),
          loadElsewhere: (work) => this.elsewhere(work),
        },
        features: [terminalFeature({ psql: psqlProgram, shell: shellProgram }, this.time)],
        clock: this.time,
        log: this.#log(),
        observer: this.#observer(),
        rates: this.#rates(),
      },
      this.settings,
    );
    return this.#sessions;
  }

  /** Opens the sessions, and fills the pool. */
  async open(): Promise<this> {
    const opened = await this.sessions.open();
    if (!opened.ok) throw new Error(opened.error);
    await settled();
    return this;
  }

  connect(hello: Partial<ClientMessageOf<'hello'>> = {}, address = '192.0.2.1'): FakePage {
    const page = new FakePage(address);
    const all = {
      type: 'hello',
      version: protocolVersion,
      after: 0,
      terminalAfter: 0,
      shellAfter: 0,
      ...hello,
    } as const;
    page.session = this.sessions.connect(page, all);
    return page;
  }

  #log() {
    const write = (level: string) => (fields: object, message: string) => {
      this.lines.push({ level, message, fields });
    };
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  }

  #observer(): Observer {
    return {
      waited: () => {},
      containerStarted: () => this.observed.push('started'),
      containerFailed: (kind) => this.observed.push(`failed ${kind}`),
      built: (_ms, ok) => this.observed.push(`built ${ok}`),
      ran: (_ms, outcome) => this.observed.push(`ran ${outcome}`),
      contained: (door) => this.observed.push(`contained ${door}`),
    };
  }

  #rates(): RateLimits {
    const ask = async () => this.retryAfterMs;
    const counted = (rate: string) => async () => {
      this.counted.push(rate);
      return this.retryAfterMs;
    };
    const run = counted('run');
    const apiRun = counted('apiRun');
    const giveBack = async () => {};
    const others = { archive: ask, sourceFile: ask, page: ask, read: ask, shareBytes: ask, giveBack };
    return { run, background: ask, share: ask, picture: ask, apiRun, connect: ask, ...others };
  }
}

/** A page's connection, which remembers what it was told. */
export class FakePage implements Connection {
  readonly address: string;
  readonly messages: ServerMessage[] = [];
  closed: { code: number; reason: string } | null = null;
  session: Session | null = null;
  /** What `drained` waits for. */
  reading: Promise<void> = Promise.resolve();

  constructor(address: string) {
    this.address = address;
  }

  send(message: ServerMessage): void {
    this.messages.push(message);
  }

  drained(): Promise<void> {
    return this.reading;
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
    this.session?.detach(this);
  }

  of<T extends ServerMessage['type']>(type: T): ServerMessageOf<T>[] {
    return this.messages.filter((message) => message.type === type) as ServerMessageOf<T>[];
  }

  /** Sends a run; its id. */
  run(run = newId(), sql = ''): string {
    this.session?.handle({ type: 'run', run, request: { files: { 'src/lib.rs': '' }, sql, mode: 'run' } });
    return run;
  }

  events(run?: string): RunEvent[] {
    return this.of('event').flatMap((message) => (!run || message.run === run ? [message.event] : []));
  }

  /** The events in short: types, phases with positions, outcomes. */
  story(run?: string): string[] {
    return this.events(run).map((event) => {
      if (event.type === 'phase') return [event.phase, event.position].filter(Boolean).join(' ');
      return event.type === 'done' ? `done ${event.outcome}` : event.type;
    });
  }

  get id(): string {
    return this.of('welcome')[0]?.session ?? '';
  }
}

const installed: Installed = { ...installedCrate, controlChanged: true };

/** Resolves when aborted, as a step does that runs until it is stopped. */
export function untilAborted(signal: AbortSignal): Promise<{ kind: 'cancelled' }> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
  });
}
