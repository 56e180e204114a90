import type { ExecFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { engineCounts } from '../usage/engineCounts.ts';
import { processesFailure, startFailure } from './execFailure.ts';

/** The threads that the OCI runtime starts in the container before it becomes the process that was asked for. */
const runtimeThreads = 8;

/**
 * Why a process was not started, from the text that the Engine wrote in place of its output. A runtime that is refused
 * a thread can die without a word of it ("connection reset by peer"), so the counts are asked as well.
 */
export async function failedStart(
  engine: DockerEngine,
  containerId: string,
  text: string,
): Promise<ExecFailure> {
  const failure = startFailure(text);
  if (failure.kind !== 'engine') return failure;
  try {
    const { processes, processLimit } = await engineCounts(engine, containerId);
    const full = processes !== null && processLimit !== null && processes + runtimeThreads > processLimit;
    return full ? processesFailure : failure;
  } catch {
    return failure;
  }
}
