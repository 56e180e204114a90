import type { DockerEngine } from '../engine/dockerEngine.ts';
import { untypedContainer } from '../engine/untypedCalls.ts';

export interface EngineCounts {
  memoryBytes: number | null;
  memoryLimitBytes: number | null;
  processes: number | null;
  processLimit: number | null;
}

/** What the Engine counts for a container, without a process in it. Throws as dockerode does. */
export async function engineCounts(engine: DockerEngine, containerId: string): Promise<EngineCounts> {
  const container = untypedContainer(engine.docker.getContainer(containerId));
  const { memory_stats: memory, pids_stats: pids } = await engine.call((abortSignal) =>
    container.stats({ stream: false, 'one-shot': true, abortSignal }),
  );
  return {
    memoryBytes: memory?.usage ?? null,
    memoryLimitBytes: memory?.limit ?? null,
    processes: pids?.current ?? null,
    processLimit: pids?.limit ?? null,
  };
}
