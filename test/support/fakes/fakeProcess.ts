import { constants } from 'node:os';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { Exec, ExecExit, ExecOptions } from '../../../server/ports/sandboxPort.ts';
import type { Toolchain } from '../../../server/ports/toolchain.ts';

export type FakeSignal = 'INT' | 'TERM' | 'KILL';

/** A process of the fake sandbox, as the program that plays it sees it. */
export interface FakeProcess {
  /** What the container has that it runs in. */
  readonly toolchain: Toolchain;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** The terminal's size now; null without a terminal. */
  tty: { columns: number; rows: number } | null;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Aborts when the process has been ended from outside. */
  readonly ended: AbortSignal;
  /** Takes INT and TERM instead of dying of them, as a signal handler does; KILL cannot be taken. */
  onSignal: ((signal: FakeSignal) => void) | null;
}

/** Plays a program; resolves to its exit code. What it throws once it has been ended from outside is ignored. */
export type FakeProgram = (process: FakeProcess) => number | Promise<number>;

/** Starts the program; `end` ends the process without asking it. */
export function startFakeProcess(
  program: FakeProgram,
  argv: readonly string[],
  options: ExecOptions,
  toolchain: Toolchain,
): { exec: Exec; end(exit: ExecExit): void } {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const controller = new AbortController();
  const { promise: exit, resolve } = Promise.withResolvers<ExecExit>();

  const process: FakeProcess = {
    toolchain,
    argv,
    env: options.env ?? {},
    cwd: options.cwd ?? '/work/project',
    tty: options.tty ? { ...options.tty } : null,
    stdin,
    stdout,
    stderr: options.tty ? stdout : stderr,
    ended: controller.signal,
    onSignal: null,
  };

  const end = (how: ExecExit) => {
    if (controller.signal.aborted) return;
    controller.abort();
    stdin.destroy();
    for (const output of [stdout, stderr]) if (!output.writableEnded) output.end();
    resolve(how);
  };
  const kill = async (signal: FakeSignal) => {
    if (signal !== 'KILL' && process.onSignal) process.onSignal(signal);
    else end({ kind: 'exited', code: 128 + constants.signals[`SIG${signal}`] });
  };

  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => {});
  const aborted = () => void kill('KILL');
  options.signal?.addEventListener('abort', aborted, { once: true });
  void exit.then(() => options.signal?.removeEventListener('abort', aborted));
  void run();

  async function run() {
    let code: number;
    try {
      code = await program(process);
    } catch (error) {
      if (controller.signal.aborted) return;
      throw error;
    }
    if (controller.signal.aborted) return;
    await Promise.all([stdout, stderr].map(finished));
    end({ kind: 'exited', code });
  }

  const resize = async (columns: number, rows: number) => {
    if (process.tty) process.tty = { columns, rows };
  };
  return { exec: { stdin, stdout, stderr, exit, resize, kill }, end };
}

/** As with a real stream, what was written has to be read before the process is seen to end. */
function finished(output: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    output.once('close', resolve);
    output.end(resolve);
  });
}
