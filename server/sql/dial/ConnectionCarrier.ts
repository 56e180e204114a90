import { ok, type Result } from '../../../protocol/result.ts';
import { guard, letRun } from '../../base/contain.ts';
import { onData } from '../../base/onData.ts';
import type { Exec, ExecFailure, Sandbox, SandboxPort } from '../../ports/sandboxPort.ts';
import { CarriedConnection } from './CarriedConnection.ts';
import { CarrierFrames } from './CarrierFrames.ts';

/** Connects its streams to Postgres, once or, as a series, again and again. */
export const pgDial = '/opt/pgrx/bin/pg-dial';

/**
 * Connections to Postgres, one after another through one process in the sandbox: starting a process takes longer than a
 * small test, and a tenth of the processor time of a run. A connection that is cut takes the process with it, and the
 * next has a new one. The process ends with the sandbox.
 */
export class ConnectionCarrier {
  readonly #port: SandboxPort;
  readonly #sandbox: Sandbox;
  #carrier: Exec | null = null;
  #current: CarriedConnection | null = null;
  #taken = false;

  constructor(port: SandboxPort, sandbox: Sandbox) {
    this.#port = port;
    this.#sandbox = sandbox;
  }

  /** The next connection. There is one at a time: where the one before has not ended, it has a process of its own. */
  async open(): Promise<Result<Exec, ExecFailure>> {
    if (this.#taken) return this.#port.exec(this.#sandbox, [pgDial]);
    this.#taken = true;
    const carrier = await this.#open();
    if (!carrier.ok) {
      this.#release();
      return carrier;
    }
    const current = new CarriedConnection(carrier.value, (how) => {
      if (this.#current !== current) return;
      this.#release();
      if (how === 'ended') return;
      this.#carrier = null;
      // Unread, what it still says would hold up its end.
      carrier.value.stdout.destroy();
    });
    this.#current = current;
    return ok(current);
  }

  #release(): void {
    this.#current = null;
    this.#taken = false;
  }

  async #open(): Promise<Result<Exec, ExecFailure>> {
    if (this.#carrier) return ok(this.#carrier);
    const exec = await this.#port.exec(this.#sandbox, [pgDial, '--series']);
    if (exec.ok) this.#carry(exec.value);
    return exec;
  }

  #carry(carrier: Exec): void {
    this.#carrier = carrier;
    // What it says once it is dropped belongs to nobody, least of all to the next connection.
    const current = () => (this.#carrier === carrier ? this.#current : null);
    const lost = () => {
      if (this.#carrier !== carrier) return;
      this.#carrier = null;
      this.#current?.lose({
        kind: 'lost',
        message: 'The process that transferred the connection has exited.',
      });
      this.#release();
    };
    // A process that breaks its own rules has been replaced by a stranger's: nothing more of it is read.
    const allow = (allowed: boolean | undefined) => {
      if (allowed || this.#carrier !== carrier) return;
      lost();
      carrier.stdout.destroy();
      letRun('stream', carrier.kill('KILL'));
    };
    const frames = new CarrierFrames(
      (piece) => allow(current()?.hear(piece)),
      () => allow(current()?.hearEnd()),
    );
    const failed = () => allow(false);
    onData(carrier.stdout, (chunk) => frames.take(chunk), failed);
    onData(carrier.stderr, (chunk) => current()?.stderr.write(chunk), failed);
    carrier.stdout.on('close', () => guard('stream', lost));
    carrier.stdin.on('error', () => {});
  }
}
