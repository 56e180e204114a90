import { fail, ok, type Result } from '../../protocol/result.ts';
import type { ExecFailure } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { execFailure } from './execFailure.ts';

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
