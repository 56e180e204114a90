import { Worker } from 'node:worker_threads';
import type { SqliteReply, SqliteRows } from './sqliteWorker.ts';

interface Open {
  resolve: (rows: SqliteRows) => void;
  reject: (error: Error) => void;
}

/** A file of SQLite, opened on a thread of its own. What is asked is done in the order in which it was asked. */
export class SqliteThread implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #open = new Map<number, Open>();
  #ids = 0;
  #lost: Error | null = null;

  private constructor(file: string) {
    this.#worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: { file } });
    this.#worker.on('message', (reply: SqliteReply) => this.#answer(reply));
    this.#worker.on('error', (error) =>
      this.#lose(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#lose(new Error('the database thread ended')));
    this.#worker.unref();
  }

  /** Rejects where the file cannot be opened. */
  static async open(file: string): Promise<SqliteThread> {
    const thread = new SqliteThread(file);
    await thread.ask('select 1', []);
    return thread;
  }

  ask(sql: string, parameters: readonly unknown[]): Promise<SqliteRows> {
    if (this.#lost) return Promise.reject(this.#lost);
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      // The process stays for as long as somebody waits for an answer.
      this.#worker.ref();
      this.#worker.postMessage({ id, sql, parameters });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#lost) await this.ask('close', []).catch(() => {});
    await this.#worker.terminate();
  }

  #answer({ id, ...reply }: SqliteReply): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (this.#open.size === 0) this.#worker.unref();
    if ('rows' in reply) open?.resolve(reply);
    else open?.reject(Object.assign(new Error(reply.message), { errcode: reply.errcode }));
  }

  #lose(error: Error): void {
    this.#lost ??= error;
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}
