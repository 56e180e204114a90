import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { execFailure } from '../exec/execFailure.ts';

/** Sets what a container may use of memory; the same with swap, so that it uses none. */
export async function setMemory(
  engine: DockerEngine,
  containerId: string,
  bytes: number,
): Promise<Result<void, ExecFailure>> {
  try {
    const container = engine.docker.getContainer(containerId);
    const memory = { Memory: bytes, MemorySwap: bytes };
    await engine.call((abortSignal) => container.update({ ...memory, abortSignal }));
    return ok(undefined);
  } catch (error) {
    return fail(execFailure(error));
  }
}
