import { setTimeout as delay } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { execFailure } from './execFailure.ts';
import { failedStart } from './failedStart.ts';
import type { OpenExec } from './openExec.ts';
import { readAtMost } from './readAtMost.ts';

/** A start takes 40 ms on an idle machine and 150 ms on a busy one; pauses between questions, in milliseconds. */
const firstPauseMs = 25;
const pauseMs = 8;
const longestPauseMs = 100;
const startTimeoutMs = 30_000;

/**
 * Waits until the process runs, or has run. The Engine answers the start call before it has tried, and says only in
 * the output and by a process number of 0 that it failed, so it has to be asked.
 */
export async function whenStarted(
  engine: DockerEngine,
  containerId: string,
  exec: OpenExec,
): Promise<Result<void, ExecFailure>> {
  const waiting = new AbortController();
  try {
    const ended = exec.output.ended.then(() => 'ended' as const);
    const first = await Promise.race([ended, runs(engine, exec, waiting.signal)]);
    if (first === 'runs') return ok(undefined);
    if (first === 'late') {
      return fail({
        kind: 'engine',
        message: 'The Docker Engine didn’t start the process within 30 seconds.',
      });
    }
  } catch (error) {
    return fail(execFailure(error));
  } finally {
    waiting.abort();
  }
  const end = await exec.end;
  if (end.kind !== 'notStarted') return ok(undefined);
  return fail(await failedStart(engine, containerId, await readAtMost(exec.output.stdout, 4096)));
}

async function runs(engine: DockerEngine, exec: OpenExec, signal: AbortSignal): Promise<'runs' | 'late'> {
  const began = performance.now();
  let pause = firstPauseMs;
  while (performance.now() - began < startTimeoutMs) {
    await delay(pause, undefined, { signal });
    const { Pid } = await engine.call((abortSignal) => exec.engineExec.inspect({ abortSignal }), signal);
    if (Pid > 0) return 'runs';
    pause = pause === firstPauseMs ? pauseMs : Math.min(pause * 1.2, longestPauseMs);
  }
  return 'late';
}
