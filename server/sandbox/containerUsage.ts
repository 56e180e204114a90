import { fail, ok, type Result } from '../sessions/result.ts';
import type { ExecFailure, SandboxUsage } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { execFailure } from './execFailure.ts';
import { printKernelCounts, readKernelCounts } from './kernelCounts.ts';
import { runTool } from './runTool.ts';
import { untypedContainer } from './untypedCalls.ts';

const timeoutMs = 5_000;

/**
 * What the kernel counts for a container, read inside it: only there are the counts of refusals to be had. Where no
 * process can be started, from the Engine, which knows less.
 */
export async function containerUsage(
  engine: DockerEngine,
  containerId: string,
): Promise<Result<SandboxUsage, ExecFailure>> {
  const printed = await runTool(engine, containerId, printKernelCounts, { timeoutMs });
  if (printed.ok) return ok(readKernelCounts(printed.value.stdout));
  if (printed.error.kind === 'gone') return printed;
  try {
    const container = engine.docker.getContainer(containerId);
    const { memory_stats: memory, pids_stats: pids } = await untypedContainer(container).stats({
      stream: false,
      'one-shot': true,
      abortSignal: engine.callSignal(),
    });
    return ok({
      memoryBytes: memory.usage ?? null,
      memoryLimitBytes: memory.limit ?? null,
      memoryLimitHits: null,
      processes: pids?.current ?? null,
      processLimit: pids?.limit ?? null,
      // The refusal that has just been met is one at least.
      processLimitHits: printed.error.kind === 'processes' ? 1 : null,
    });
  } catch (error) {
    return fail(execFailure(error));
  }
}
