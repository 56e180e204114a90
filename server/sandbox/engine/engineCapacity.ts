import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Capacity, SandboxFailure } from '../../ports/sandboxPort.ts';
import { type Images, toolchainOf } from '../../ports/toolchain.ts';
import { createFailure } from '../container/createFailure.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { untypedDocker } from './untypedCalls.ts';

/** What the Engine's machine has, and of which toolchains the image is there. */
export async function engineCapacity(
  engine: DockerEngine,
  images: Images,
): Promise<Result<Capacity, SandboxFailure>> {
  try {
    const { NCPU, MemTotal } = await engine.call((abortSignal) =>
      untypedDocker(engine.docker).info({ abortSignal }),
    );
    if (typeof NCPU !== 'number' || typeof MemTotal !== 'number')
      throw new Error('the Engine doesn’t report its CPUs and memory');
    const toolchains: Capacity['toolchains'] = [];
    const absent: Capacity['absent'] = [];
    for (const [key, image] of Object.entries(images)) {
      ((await isThere(engine, image)) ? toolchains : absent).push(toolchainOf(key));
    }
    return ok({ cpus: NCPU, memoryBytes: MemTotal, toolchains, absent });
  } catch (error) {
    return fail(createFailure(error, undefined));
  }
}

async function isThere(engine: DockerEngine, image: string): Promise<boolean> {
  const found = await engine.call((abortSignal) =>
    engine.docker.listImages({ filters: { reference: [image] }, abortSignal }),
  );
  return found.length > 0;
}
