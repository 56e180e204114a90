import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Capacity, SandboxFailure } from '../../ports/sandboxPort.ts';
import { createFailure } from '../container/createFailure.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { untypedDocker } from './untypedCalls.ts';

/** What the Engine's machine has, and of which Postgres majors the image is there. */
export async function engineCapacity(
  engine: DockerEngine,
  images: Readonly<Record<number, string>>,
): Promise<Result<Capacity, SandboxFailure>> {
  try {
    const { NCPU, MemTotal } = await engine.call((abortSignal) =>
      untypedDocker(engine.docker).info({ abortSignal }),
    );
    if (typeof NCPU !== 'number' || typeof MemTotal !== 'number')
      throw new Error('the Engine doesn’t report its CPUs and memory');
    const majors: number[] = [];
    const absent: number[] = [];
    for (const [major, image] of Object.entries(images)) {
      ((await isThere(engine, image)) ? majors : absent).push(Number(major));
    }
    return ok({ cpus: NCPU, memoryBytes: MemTotal, majors, absent });
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
