import type { Client } from 'pg';
import type { NoticeMessage } from 'pg-protocol/dist/messages.js';
import type { RunEventOf } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { PgStream } from './PgStream.ts';
import { WireError } from './PgWireCheck.ts';
import { type QueryEnd, StatementQuery } from './StatementQuery.ts';

/** How long Postgres has to close its side after it was told goodbye. */
const closeMs = 500;

/** SQLSTATE crash_shutdown, which comes as a warning. */
const crashShutdown = '57P02';

/** A question of the run's own takes a few milliseconds. */
const askMs = 3000;

/** One connection to Postgres. It may end at any time: what runs in it is other people's code. */
export class PgConnection implements AsyncDisposable {
  readonly #client: Client;
  readonly #stream: PgStream;
  readonly #closed: Promise<void>;
  #wireError: WireError | null = null;
  #anotherCrashed = false;

  constructor(client: Client, stream: PgStream) {
    this.#client = client;
    this.#stream = stream;
    this.#closed = new Promise((resolve) => stream.once('close', resolve));
    client.on('error', (error) => {
      if (error instanceof WireError) this.#wireError ??= error;
    });
    client.on('notice', ({ code }) => {
      this.#anotherCrashed ||= code === crashShutdown;
    });
  }

  /** The process id of the backend, as it says itself. */
  get backendPid(): number | null {
    const { processID } = this.#client as Client & { processID: unknown };
    return typeof processID === 'number' && processID > 1 ? processID : null;
  }

  get isOpen(): boolean {
    return !this.#stream.destroyed && !this.#stream.readableEnded;
  }

  /** Why the guard cut the connection, if it did. */
  get wireError(): WireError | null {
    return this.#wireError;
  }

  /** Whether Postgres has told this backend to leave because another of its processes crashed. */
  get anotherCrashed(): boolean {
    return this.#anotherCrashed;
  }

  /** Whether the last statement has left a transaction that failed, in which nothing more can be asked. */
  get inFailedTransaction(): boolean {
    return this.#client.getTransactionStatus() === 'E';
  }

  /** What the last statement has left open. */
  get transaction(): 'none' | 'open' | 'failed' {
    const status = this.#client.getTransactionStatus();
    return status === 'E' ? 'failed' : status === 'T' ? 'open' : 'none';
  }

  /** Resolves when the connection has ended, from whichever side. */
  get closed(): Promise<void> {
    return this.#closed;
  }

  /** Calls back for each notice, at once; returns how to stop. */
  onNotice(callback: (notice: NoticeMessage) => void): () => void {
    this.#client.on('notice', callback);
    return () => this.#client.off('notice', callback);
  }

  /** Calls back for each NOTIFY that this connection listens for. */
  onNotification(callback: (notification: RunEventOf<'notification'>) => void): void {
    this.#client.on('notification', ({ channel, payload = '', processId }) =>
      callback({
        type: 'notification',
        channel: clipText(channel, 200),
        payload: clipText(payload, limits.textLength),
        pid: processId,
      }),
    );
  }

  /** Sends a message and keeps its results. An end of the connection is an error that Postgres did not send. */
  query(text: string, copyData?: string): Promise<QueryEnd> {
    return this.#client.query(new StatementQuery(text, copyData)).finished;
  }

  /**
   * The rows of a question of the run's own; null where Postgres refuses it, or where it takes more than `askMs`, after
   * which the connection is cut: hooks of the code that is tried can get in the way of anything.
   */
  async ask(text: string): Promise<(string | null)[][] | null> {
    const timer = setTimeout(() => this.cut(), askMs);
    const { results, error } = await this.query(text);
    clearTimeout(timer);
    return error ? null : (results[0]?.rows ?? []);
  }

  /** Breaks the connection off, with its process. */
  cut(): void {
    this.#stream.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isOpen) this.#client.end().catch(() => {});
    const timer = setTimeout(() => this.cut(), closeMs);
    await this.#closed;
    clearTimeout(timer);
  }
}
