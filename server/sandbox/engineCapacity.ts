import { fail, ok, type Result } from '../sessions/result.ts';
import type { SandboxFailure } from '../sessions/sandboxPort.ts';
import { createFailure } from './createFailure.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { untypedDocker } from './untypedCalls.ts';

/** What the Engine's machine has, and the Postgres majors whose image is there. */
export async function engineCapacity(
  engine: DockerEngine,
  images: Readonly<Record<number, string>>,
): Promise<Result<{ cpus: number; memoryBytes: number; majors: number[] }, SandboxFailure>> {
  try {
    const { NCPU, MemTotal } = await untypedDocker(engine.docker).info({
      abortSignal: engine.callSignal(),
    });
    const majors: number[] = [];
    for (const [major, image] of Object.entries(images)) {
      if (await isThere(engine, image)) majors.push(Number(major));
    }
    return ok({ cpus: NCPU, memoryBytes: MemTotal, majors });
  } catch (error) {
    return fail(createFailure(error, undefined));
  }
}

async function isThere(engine: DockerEngine, image: string): Promise<boolean> {
  const found = await engine.docker.listImages({
    filters: { reference: [image] },
    abortSignal: engine.callSignal(),
  });
  return found.length > 0;
}
