import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Sandbox, SandboxFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { createFailure } from './createFailure.ts';
import { sandboxFromLabels, toolchainLabel } from './sandboxLabels.ts';

/** Our containers that have all these labels, running or not. */
export async function listContainers(
  engine: DockerEngine,
  labels: Record<string, string>,
): Promise<Result<Sandbox[], SandboxFailure>> {
  try {
    const wanted = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    const containers = await engine.call((abortSignal) =>
      engine.docker.listContainers({
        all: true,
        filters: { label: [toolchainLabel, ...wanted] },
        abortSignal,
      }),
    );
    return ok(containers.flatMap(({ Id, Labels }) => sandboxFromLabels(Id, Labels) ?? []));
  } catch (error) {
    return fail(createFailure(error, undefined));
  }
}
