import type { Readable } from 'node:stream';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { awaitedLater, letRun } from '../base/contain.ts';
import { eachChunk } from '../base/eachChunk.ts';
import type { ExecExit, ExecFailure, ExecOptions, Sandbox, SandboxPort } from './sandboxPort.ts';

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
  /** Something was left out of `stdout` or `stderr`. */
  truncated: boolean;
}

/** `time`: it took too long and was killed; `lost`: how it ended is not known. */
export type RunFailure = ExecFailure | { kind: 'time' | 'lost'; message: string };

export interface RunToEndOptions extends ExecOptions {
  /** What the process reads; nothing without it. */
  input?: string | Buffer;
  /** Bytes kept of each of stdout and stderr; what is over is read and dropped. */
  keepBytes: number;
  timeoutMs: number;
}

/** Runs a short command in a sandbox to its end. Never waits longer than its timeout, nor keeps more than its bound. */
export async function runToEnd(
  port: SandboxPort,
  sandbox: Sandbox,
  argv: readonly string[],
  { input, keepBytes, timeoutMs, ...options }: RunToEndOptions,
): Promise<Result<Finished, RunFailure>> {
  const started = await port.exec(sandbox, argv, options);
  if (!started.ok) return started;
  const exec = started.value;
  const stdout = awaitedLater(keep(exec.stdout, keepBytes));
  const stderr = awaitedLater(keep(exec.stderr, keepBytes));
  exec.stdin.on('error', () => {});
  exec.stdin.end(input ?? '');
  const exit = await exitWithin(exec.exit, timeoutMs);
  if (!exit) {
    letRun('stream', exec.kill('KILL'));
    exec.stdout.destroy();
    exec.stderr.destroy();
    return fail({ kind: 'time', message: `The command took more than ${timeoutMs} ms.` });
  }
  if (options.signal?.aborted) return fail({ kind: 'cancelled', message: 'The command was cancelled.' });
  if (exit.kind === 'lost') return fail(exit);
  const [out, err] = await Promise.all([stdout, stderr]);
  const truncated = out.truncated || err.truncated;
  return ok({ code: exit.code, stdout: out.text, stderr: err.text, truncated });
}

async function exitWithin(exit: Promise<ExecExit>, ms: number): Promise<ExecExit | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([exit, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first bytes of a stream as text, once it has been closed; the rest is read and dropped. */
async function keep(stream: Readable, bytes: number): Promise<{ text: string; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let kept = 0;
  let truncated = false;
  await eachChunk(stream, (chunk) => {
    const piece = chunk.subarray(0, bytes - kept);
    truncated ||= piece.length < chunk.length;
    kept += piece.length;
    if (piece.length > 0) chunks.push(piece);
  });
  return { text: Buffer.concat(chunks).toString(), truncated };
}
