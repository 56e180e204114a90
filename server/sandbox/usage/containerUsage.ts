import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure, SandboxUsage } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { execFailure } from '../exec/execFailure.ts';
import { runTool } from '../exec/runTool.ts';
import { engineCounts } from './engineCounts.ts';
import { hostCounts } from './hostCounts.ts';
import { kernelFiles, printKernelCounts, readKernelCounts } from './kernelCounts.ts';

const timeoutMs = 5_000;
/** In a container that is full of processes, seven in ten tries to start one succeed. */
const tries = 4;

/**
 * What the kernel counts for a container, read on this machine or else inside of the container: only there are the counts
 * of refusals to be had. Where no process can be started, from the Engine, which knows less.
 */
export async function containerUsage(
  engine: DockerEngine,
  containerId: string,
): Promise<Result<SandboxUsage, ExecFailure>> {
  const seenFromHere = readKernelCounts(await hostCounts(containerId, kernelFiles));
  if (seenFromHere.memoryLimitHits !== null && seenFromHere.processLimitHits !== null)
    return ok(seenFromHere);
  let refused = false;
  for (let attempt = 0; attempt < tries; attempt++) {
    const printed = await runTool(engine, containerId, printKernelCounts, { timeoutMs });
    if (printed.ok) return ok(readKernelCounts(printed.value.stdout));
    if (printed.error.kind === 'gone') return printed;
    refused = printed.error.kind === 'processes';
    if (!refused) break;
  }
  try {
    const counts = await engineCounts(engine, containerId);
    // The refusal that has just been met is one at least.
    return ok({ ...counts, memoryLimitHits: null, processLimitHits: refused ? 1 : null });
  } catch (error) {
    return fail(execFailure(error));
  }
}
