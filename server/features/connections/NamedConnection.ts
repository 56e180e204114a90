import { limits } from '../../../protocol/limits.ts';
import type { ConnectionEvent, LoadedLibrary } from '../../../protocol/messages/connectionMessages.ts';
import type { ServerMessage } from '../../../protocol/messages/serverMessage.ts';
import type { Clock } from '../../base/clock.ts';
import { contain, letRun } from '../../base/contain.ts';
import type { OpenConnection } from '../../ports/runPorts.ts';
import { RunStop } from '../../runs/RunStop.ts';
import { RunStream } from '../../runs/RunStream.ts';
import { runOutcome } from '../../runs/runOutcome.ts';

/** What is kept of a connection's events for a page that comes later, as JSON in bytes. */
const keptBytes = 512 * 1024;
/** And so many of them: a page that comes back is sent all at once, and making a frame takes longer than its text. */
const keptEvents = 1_000;
/** How often a statement that runs is looked at for locks that it waits for, in milliseconds. */
const lookMs = 800;
/** Executions whose ids are remembered, so that none is done twice after a reconnect. */
const rememberedExecutions = 64;

export interface NamedConnectionDeps {
  name: string;
  clock: Clock;
  send: (message: ServerMessage) => void;
}

interface Kept {
  execution: string | null;
  event: ConnectionEvent;
  bytes: number;
}

/** One of a session's connections to Postgres, with what was said on it. */
export class NamedConnection {
  readonly #deps: NamedConnectionDeps;
  readonly #seen = new Set<string>();
  /** Resolves once it is open, or will not be. */
  readonly #settled = Promise.withResolvers<void>();
  #status: 'opening' | 'open' | 'closed' = 'opening';
  #message: string | undefined;
  #connection: OpenConnection | null = null;
  #running: { execution: string; stop: RunStop } | null = null;
  #libraries: LoadedLibrary[] = [];
  #waitsFor: number[] = [];
  #kept: Kept[] = [];
  #keptBytes = 0;

  constructor(deps: NamedConnectionDeps) {
    this.#deps = deps;
  }

  /** Takes the connection that was made for it, and dials. */
  async use(connection: OpenConnection): Promise<void> {
    this.#connection = connection;
    const opened = await connection.open();
    if (this.#connection !== connection) return;
    if (opened.ok) this.#become('open');
    else this.#become('closed', opened.error);
    this.#settled.resolve();
    await this.look();
  }

  /** There is no container, or it has gone. */
  async close(message: string): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    this.#running?.stop.stop('left');
    this.#libraries = [];
    this.#waitsFor = [];
    this.#become('closed', message);
    this.#settled.resolve();
    await connection?.[Symbol.asyncDispose]();
  }

  /** What Postgres did by itself. */
  happened(event: ConnectionEvent): void {
    this.#keep(null, event);
  }

  /** Postgres has ended the connection; the next script gets another. */
  ended(): void {
    if (!this.#running)
      this.#become('closed', 'Postgres closed this connection. The next statement opens a new one.');
  }

  cancel(): void {
    this.#running?.stop.stop('cancel');
  }

  async execute(execution: string, sql: string): Promise<void> {
    if (this.#seen.has(execution) || this.#running) return this.tell();
    this.#remember(execution);
    const stop = new RunStop();
    this.#running = { execution, stop };
    this.#keep(execution, { type: 'execution', sql });
    this.tell();
    await this.#settled.promise;
    const connection = this.#connection;
    if (!connection) {
      this.#running = null;
      const message = this.#message ?? 'The connection is closed.';
      return this.#keep(execution, { type: 'done', outcome: 'unavailable', ms: 0, message });
    }
    const stream = new RunStream({
      clock: this.#deps.clock,
      bytes: limits.runBytes,
      sink: (event) => this.#keep(execution, event),
      onFull: () => stop.stop('output'),
    });
    const stopLooking = this.#lookWhileRunning();
    try {
      const context = {
        emit: (event: Parameters<RunStream['emit']>[0]) => stream.emit(event),
        signal: stop.signal,
      };
      const end = await connection.execute(sql, context);
      const { outcome, message } = runOutcome(end, 'sql', stop.reason);
      stream.done(outcome, message);
    } catch (error) {
      contain('connection', error);
      stream.done('unavailable', 'Internal server error. Run it again.');
    } finally {
      stopLooking();
      this.#running = null;
      this.#waitsFor = [];
      if (this.#connection === connection) this.#become(connection.pid === null ? 'closed' : 'open');
    }
    await this.look();
  }

  /** Looks at what the backend has loaded and waits for, and tells it. */
  async look(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    const { libraries, waitsFor } = await connection.look();
    if (this.#connection !== connection) return;
    this.#libraries = libraries;
    this.#waitsFor = this.#running ? waitsFor : [];
    this.tell();
  }

  /** Tells how it is; with `fresh` also all that is kept of what was said. */
  tell(fresh = false): void {
    this.#deps.send({
      type: 'connection.state',
      connection: this.#deps.name,
      status: this.#status,
      pid: this.#connection?.pid ?? null,
      transaction: this.#connection?.transaction ?? 'none',
      running: this.#running?.execution ?? null,
      waitsFor: this.#waitsFor,
      libraries: this.#libraries,
      ...(this.#message !== undefined && { message: this.#message }),
      ...(fresh && { fresh }),
    });
    if (fresh) for (const { execution, event } of this.#kept) this.#send(execution, event);
  }

  #lookWhileRunning(): () => void {
    let callOff = () => {};
    const again = () => {
      callOff = this.#deps.clock.after(lookMs, () => {
        const looked = this.look().then(() => this.#running && again());
        letRun('connection', looked);
      });
    };
    again();
    return () => callOff();
  }

  #remember(execution: string): void {
    this.#seen.add(execution);
    const [oldest] = this.#seen;
    if (this.#seen.size > rememberedExecutions && oldest !== undefined) this.#seen.delete(oldest);
  }

  #become(status: 'open' | 'closed', message?: string): void {
    this.#status = status;
    this.#message = message;
    this.tell();
  }

  #keep(execution: string | null, event: ConnectionEvent): void {
    const bytes = Buffer.byteLength(JSON.stringify(event));
    this.#kept.push({ execution, event, bytes });
    this.#keptBytes += bytes;
    const isFull = () => this.#keptBytes > keptBytes || this.#kept.length > keptEvents;
    while (isFull() && this.#kept.length > 1) this.#keptBytes -= this.#kept.shift()?.bytes ?? 0;
    this.#send(execution, event);
  }

  #send(execution: string | null, event: ConnectionEvent): void {
    this.#deps.send({ type: 'connection.event', connection: this.#deps.name, execution, event });
  }
}
