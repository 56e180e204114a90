import { fail, ok, type Result } from '../../../protocol/result.ts';
import { letRun } from '../../base/contain.ts';
import type { Exec, ExecFailure, ExecOptions } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { openExec } from '../exec/openExec.ts';
import { whenStarted } from '../exec/whenStarted.ts';
import { endLeftovers } from './endLeftovers.ts';
import type { JobNames } from './JobNames.ts';
import { type RunningJob, runningJob } from './runningJob.ts';
import type { SpareJobs } from './SpareJobs.ts';

export interface Jobs {
  engine: DockerEngine;
  names: JobNames;
  spares: SpareJobs;
}

/** Mostly some milliseconds; 5 s at the most for what it ends. */
const toolMs = 10_000;

const cancelled: ExecFailure = { kind: 'cancelled', message: 'The command was cancelled.' };

/**
 * Runs argv as a job of the container, so that it can be killed with all it has started: ending its connection would
 * not end it. One that waits for its command takes it; else one is made.
 */
export async function jobExec(
  jobs: Jobs,
  containerId: string,
  argv: readonly string[],
  { env = {}, cwd = '/work/project', tty, signal, leavesNothing }: ExecOptions,
): Promise<Result<Exec, ExecFailure>> {
  const { engine, names, spares } = jobs;
  if (signal?.aborted) return fail(cancelled);
  spares.noteStart(containerId);
  const sweep = (running: RunningJob, job: string) => {
    if (!leavesNothing) return;
    running.whenEnded(() => endLeftovers(engine, containerId, job, (look) => toEnd(jobs, containerId, look)));
  };
  const spare = tty ? null : spares.take(containerId, { argv, env, cwd });
  if (spare) {
    abortWith(signal, spare);
    sweep(spare, spare.name);
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
  sweep(running, job);

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

/** A small tool of the image's as a job, so that one that waits for its command can be it; its exit code. */
async function toEnd(
  jobs: Jobs,
  containerId: string,
  argv: readonly string[],
): Promise<Result<number, ExecFailure>> {
  const signal = AbortSignal.timeout(toolMs);
  const started = await jobExec(jobs, containerId, argv, { cwd: '/', signal });
  if (!started.ok) return started;
  const { stdin, stdout, stderr, exit } = started.value;
  stdin.end();
  stdout.resume();
  stderr.resume();
  const end = await exit;
  return end.kind === 'exited' ? ok(end.code) : fail({ kind: 'engine', message: end.message });
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
