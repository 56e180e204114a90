import { setTimeout as delay } from 'node:timers/promises';
import type { DockerEngine } from './dockerEngine.ts';
import { runTool } from './runTool.ts';

/** `job-kill`'s exit codes for what is worth another try: the job is not recorded yet, or resists. */
const noSuchJob = 3;
const stillThere = 4;

/** A job records itself within a few milliseconds of its start; a fork bomb is stopped in one or two tries. */
const tries = 10;
const pauseMs = 50;
const tryTimeoutMs = 5_000;

/**
 * Signals a job's whole group, `KILL` also what fled from it. False where nothing could be signalled, though the job
 * has not ended by itself either: then the container is beyond saving.
 */
export async function signalJob(
  engine: DockerEngine,
  containerId: string,
  job: string,
  signal: 'INT' | 'TERM' | 'KILL',
  hasEnded: () => boolean,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries && !hasEnded(); attempt++) {
    if (attempt > 0) await delay(pauseMs);
    const result = await runTool(engine, containerId, ['/opt/pgrx/bin/job-kill', job, signal], {
      timeoutMs: tryTimeoutMs,
    });
    if (!result.ok && result.error.kind === 'gone') return true;
    if (result.ok && result.value.code !== noSuchJob && result.value.code !== stillThere) return true;
  }
  return hasEnded();
}
