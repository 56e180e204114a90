import { letRun } from '../base/contain.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Exec, ExecFailure, ExecOptions } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import type { JobNames } from './JobNames.ts';
import { openExec } from './openExec.ts';
import { type RunningJob, runningJob } from './runningJob.ts';
import type { SpareJobs } from './SpareJobs.ts';
import { whenStarted } from './whenStarted.ts';

export interface Jobs {
  engine: DockerEngine;
  names: JobNames;
  spares: SpareJobs;
}

const cancelled: ExecFailure = { kind: 'cancelled', message: 'The command was cancelled.' };

/**
 * Runs argv as a job of the container, so that it can be killed with all it has started: ending its connection would
 * not end it. One that waits for its command takes it; else one is made.
 */
export async function jobExec(
  { engine, names, spares }: Jobs,
  containerId: string,
  argv: readonly string[],
  { env = {}, cwd = '/work/project', tty, signal }: ExecOptions,
): Promise<Result<Exec, ExecFailure>> {
  if (signal?.aborted) return fail(cancelled);
  spares.noteStart(containerId);
  const spare = tty ? null : spares.take(containerId, { argv, env, cwd });
  if (spare) {
    abortWith(signal, spare);
    return ok(spare.exec);
  }
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
  letRun(
    'container',
    running.over.then(() => names.giveBack(containerId, job)),
  );
  abortWith(signal, running);

  const started = await whenStarted(engine, containerId, opened.value);
  if (signal?.aborted) {
    await running.exec.exit;
    return fail(cancelled);
  }
  if (!started.ok) {
    // It may start yet, when the Engine finds the time.
    letRun('container', running.abort());
    return started;
  }
  if (tty) await running.exec.resize(tty.columns, tty.rows);
  return ok(running.exec);
}

/** Has the job end with the signal, at whatever time that aborts. */
function abortWith(signal: AbortSignal | undefined, { exec, abort }: RunningJob): void {
  if (!signal) return;
  const end = () => letRun('container', abort());
  signal.addEventListener('abort', end, { once: true });
  letRun(
    'container',
    exec.exit.then(() => signal.removeEventListener('abort', end)),
  );
  if (signal.aborted) end();
}
