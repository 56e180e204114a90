import { setTimeout as delay } from 'node:timers/promises';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { runTool } from '../exec/runTool.ts';

/** A job records itself within some milliseconds of its start; a fork bomb is stopped in one or two tries. */
const tries = 10;
const endsWithinMs = 200;
const tryTimeoutMs = 5_000;

/**
 * Signals a job's whole group once. False where the container did not run the tool, or it knew no such job.
 */
export async function signalJob(
  engine: DockerEngine,
  containerId: string,
  job: string,
  signal: 'INT' | 'TERM' | 'KILL',
): Promise<boolean> {
  const argv = ['/opt/pgrx/bin/job-kill', job, signal];
  const result = await runTool(engine, containerId, argv, { timeoutMs: tryTimeoutMs });
  return result.ok && result.value.code === 0;
}

/**
 * Kills a job with all it has started, and what fled from it. Tried until the job has ended, as it may not have
 * recorded itself yet; false where it is there all the same: then the container is beyond saving.
 */
export async function killJob(
  engine: DockerEngine,
  containerId: string,
  job: string,
  exit: Promise<unknown>,
): Promise<boolean> {
  const ended = exit.then(() => true);
  for (let attempt = 0; attempt < tries; attempt++) {
    await signalJob(engine, containerId, job, 'KILL');
    const pause = new AbortController();
    const still = delay(endsWithinMs, false, { signal: pause.signal }).catch(() => false);
    const over = await Promise.race([ended, still]);
    pause.abort();
    if (over) return true;
  }
  return false;
}
