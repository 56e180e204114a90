import { fail, ok, type Result } from '../sessions/result.ts';
import type { Exec, ExecExit, ExecFailure, ExecOptions } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { killJob, signalJob } from './endJob.ts';
import type { JobNames } from './JobNames.ts';
import { type OpenExec, openExec } from './openExec.ts';
import { whenStarted } from './whenStarted.ts';

const cancelled: ExecFailure = { kind: 'cancelled', message: 'The command was cancelled.' };

/**
 * Runs argv as a job of the container, so that it can be killed with all it has started: ending its connection would
 * not end it.
 */
export async function jobExec(
  engine: DockerEngine,
  names: JobNames,
  containerId: string,
  argv: readonly string[],
  { env, cwd = '/work/project', tty, signal }: ExecOptions,
): Promise<Result<Exec, ExecFailure>> {
  if (signal?.aborted) return fail(cancelled);
  const job = names.take(containerId);
  const opened = await openExec(engine, containerId, {
    argv: ['/opt/pgrx/bin/job', job, ...argv],
    env,
    cwd,
    tty,
  });
  if (!opened.ok) {
    names.giveBack(containerId, job);
    return opened;
  }

  const running = runningJob(engine, containerId, job, opened.value);
  const abort = () => void running.abort();
  signal?.addEventListener('abort', abort, { once: true });
  void running.exec.exit.then(() => {
    signal?.removeEventListener('abort', abort);
    names.giveBack(containerId, job);
  });
  if (signal?.aborted) abort();

  const started = await whenStarted(engine, containerId, opened.value);
  if (signal?.aborted) {
    await running.exec.exit;
    return fail(cancelled);
  }
  if (!started.ok) {
    // It may start yet, when the Engine finds the time.
    void running.abort();
    return started;
  }
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
      if (ended) return;
      if (signal !== 'KILL') {
        await signalJob(engine, containerId, job, signal);
        return;
      }
      // The Engine tells of no other process's end in this container until this one's output has been taken.
      open.output.drain();
      if (!(await killJob(engine, containerId, job, exit))) open.drop();
    },
  };
  return {
    exec,
    /** Nobody reads any more: what the process still says is thrown away. */
    async abort() {
      open.output.discard();
      await exec.kill('KILL');
    },
  };
}
