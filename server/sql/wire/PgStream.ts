import { Duplex } from 'node:stream';
import { guard, letRun } from '../../base/contain.ts';
import { onData } from '../../base/onData.ts';
import type { Exec } from '../../ports/sandboxPort.ts';
import { writeWhileOpen } from '../dial/writeWhileOpen.ts';
import { PgWireCheck } from './PgWireCheck.ts';

/**
 * An exec of `pg-dial` as the socket that `pg` expects. What comes from the sandbox passes the guard first. Destroying
 * it ends the process.
 */
export class PgStream extends Duplex {
  readonly #exec: Exec;
  readonly #guard: PgWireCheck;
  #errorText = '';

  constructor(exec: Exec, bounds: { messageBytes: number; totalBytes: number }) {
    // As a socket, it closes when the other side has ended.
    super({ allowHalfOpen: false });
    this.#exec = exec;
    this.#guard = new PgWireCheck(bounds);
    const failed = () => this.destroy(new Error('The output of Postgres couldn’t be processed.'));
    onData(
      this.#guard,
      (chunk) => {
        if (!this.push(chunk)) this.#guard.pause();
      },
      failed,
    );
    this.#guard.on('end', () => this.push(null));
    this.#guard.on('error', (error) => this.destroy(error));
    exec.stdout.on('error', () => this.push(null));
    exec.stdout.pipe(this.#guard);
    onData(
      exec.stderr,
      (chunk) => {
        if (this.#errorText.length < 1000) this.#errorText += chunk.toString().slice(0, 1000);
      },
      failed,
    );
    // That the other side is gone shows as the end of stdout.
    exec.stdin.on('error', () => {});
  }

  /** What `pg-dial` said on stderr, such as that nobody listens. */
  get errorText(): string {
    return this.#errorText;
  }

  // The calls that `pg` makes on a net.Socket.
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  /** All that `pg`, and whoever listens to it, makes of a message is called from here: a bug there cuts the connection. */
  override emit(event: string | symbol, ...given: unknown[]): boolean {
    if (event !== 'data') return super.emit(event as string, ...given);
    guard(
      'stream',
      () => super.emit('data', ...given),
      () => this.destroy(new Error('The output of Postgres couldn’t be processed.')),
    );
    return true;
  }

  override _read(): void {
    this.#guard.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    writeWhileOpen(this.#exec.stdin, chunk, done);
  }

  override _final(done: () => void): void {
    this.#exec.stdin.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#exec.stdin.destroy();
    this.#exec.stdout.destroy();
    this.#exec.stderr.destroy();
    this.#guard.destroy();
    // Where it has ended by itself this does nothing.
    letRun('stream', this.#exec.kill('KILL'));
    done(error);
  }
}
