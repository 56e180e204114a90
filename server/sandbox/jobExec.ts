import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../sessions/result.ts';
import type { Exec, ExecExit, ExecFailure, ExecOptions } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { type OpenExec, openExec } from './openExec.ts';
import { signalJob } from './signalJob.ts';
import { whenStarted } from './whenStarted.ts';

const cancelled: ExecFailure = { kind: 'cancelled', message: 'The command was cancelled.' };

/** The Engine itself waits 2 s for output that may still come when a process has ended. */
const endAfterKillMs = 4_000;

/**
 * Runs argv as a job of the container, so that it can be killed with all it has started: ending its connection would
 * not end it.
 */
export async function jobExec(
  engine: DockerEngine,
  containerId: string,
  argv: readonly string[],
  { env, cwd = '/work/project', tty, signal }: ExecOptions,
): Promise<Result<Exec, ExecFailure>> {
  if (signal?.aborted) return fail(cancelled);
  const job = randomUUID();
  const opened = await openExec(engine, containerId, {
    argv: ['/opt/pgrx/bin/job', job, ...argv],
    env,
    cwd,
    tty,
  });
  if (!opened.ok) return opened;

  const running = runningJob(engine, containerId, job, opened.value);
  const abort = () => void running.abort();
  signal?.addEventListener('abort', abort, { once: true });
  void running.exec.exit.then(() => signal?.removeEventListener('abort', abort));
  if (signal?.aborted) abort();

  const started = await whenStarted(engine, opened.value);
  if (signal?.aborted) {
    await running.exec.exit;
    return fail(cancelled);
  }
  if (!started.ok) return started;
  if (tty) await running.exec.resize(tty.columns, tty.rows);
  return ok(running.exec);
}

function runningJob(engine: DockerEngine, containerId: string, job: string, open: OpenExec) {
  let ended = false;
  const exit = open.end.then((end): ExecExit => {
    ended = true;
    return end.kind === 'notStarted' ? { kind: 'lost', message: 'The process could not be started.' } : end;
  });

  const exec: Exec = {
    stdin: open.stdin,
    stdout: open.output.stdout,
    stderr: open.output.stderr,
    exit,
    async resize(columns, rows) {
      // A terminal that has just ended cannot be resized, and need not be.
      await open.engineExec.resize({ w: columns, h: rows, abortSignal: engine.callSignal() }).catch(() => {});
    },
    async kill(signal) {
      // The Engine tells of no other process's end in this container until this one's output has been taken.
      if (signal === 'KILL') open.output.drain();
      const signalled = await signalJob(engine, containerId, job, signal, () => ended);
      if (signal === 'KILL' && !signalled) open.drop();
    },
  };
  return {
    exec,
    /** Nobody reads any more: what the process still says is thrown away. */
    async abort() {
      open.output.discard();
      await exec.kill('KILL');
      if (ended) return;
      // Whoever aborts must not wait for long on a connection that something else holds open.
      const overdue = setTimeout(open.drop, endAfterKillMs);
      await exit;
      clearTimeout(overdue);
    },
  };
}
