import { PassThrough, Readable, Writable } from 'node:stream';
import type { Exec, ExecExit } from '../../ports/sandboxPort.ts';
import { carrierFrame } from './CarrierFrames.ts';
import { writeWhileOpen } from './writeWhileOpen.ts';

/** One connection of a series, as an exec of its own. */
export class CarriedConnection implements Exec {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr = new PassThrough();
  readonly exit: Promise<ExecExit>;
  readonly #carrier: Exec;
  readonly #over: (how: 'ended' | 'cut') => void;
  #exited: (exit: ExecExit) => void = () => {};
  #heardEnd = false;
  #saidEnd = false;

  /** `over` is called with `ended` once both sides have said so, and the carrier can take the next. */
  constructor(carrier: Exec, over: (how: 'ended' | 'cut') => void) {
    this.#carrier = carrier;
    this.#over = over;
    this.exit = new Promise((resolve) => {
      this.#exited = resolve;
    });
    this.stdout = new Readable({ read: () => carrier.stdout.resume() });
    this.stdin = new Writable({
      write: (chunk: Buffer, _, done) => {
        if (chunk.length === 0 || this.#saidEnd) done();
        else writeWhileOpen(carrier.stdin, carrierFrame(chunk), done);
      },
      final: (done) => {
        this.#sayEnd();
        done();
      },
    });
  }

  /** Bytes of Postgres; false where they come after its end. */
  hear(piece: Buffer): boolean {
    if (this.#heardEnd) return false;
    if (!this.stdout.destroyed && !this.stdout.push(piece)) this.#carrier.stdout.pause();
    return true;
  }

  /** Postgres has ended it; false where it had done so already. */
  hearEnd(): boolean {
    if (this.#heardEnd) return false;
    this.#heardEnd = true;
    this.#finish({ kind: 'exited', code: 0 });
    this.#settle();
    return true;
  }

  /** What carried it is no more. */
  lose(exit: ExecExit): void {
    this.#finish(exit);
  }

  async resize(): Promise<void> {}

  /** Lets go of one that has ended; otherwise its carrier goes with it. */
  async kill(): Promise<void> {
    if (this.#heardEnd) {
      this.#sayEnd();
      return;
    }
    this.#over('cut');
    this.#finish({ kind: 'lost', message: 'The connection was closed.' });
    await this.#carrier.kill('KILL');
  }

  #sayEnd(): void {
    if (this.#saidEnd) return;
    this.#saidEnd = true;
    writeWhileOpen(this.#carrier.stdin, carrierFrame(new Uint8Array()), () => {});
    this.#settle();
  }

  #settle(): void {
    if (this.#heardEnd && this.#saidEnd) this.#over('ended');
  }

  #finish(exit: ExecExit): void {
    if (!this.stdout.destroyed) this.stdout.push(null);
    this.stderr.end();
    this.#exited(exit);
  }
}
