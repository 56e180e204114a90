import { setTimeout as delay } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { SandboxFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { engineMessage, engineStatus } from '../engine/engineError.ts';

/** How long a removal that someone else began (the container's own auto-removal, another server) may take. */
const othersRemovalMs = 10_000;
const pauseMs = 20;

/** Kills and removes a container, by id or name, and returns when it is gone. One that is gone already is no failure. */
export async function removeContainer(
  engine: DockerEngine,
  idOrName: string,
): Promise<Result<void, SandboxFailure>> {
  const container = engine.docker.getContainer(idOrName);
  const deadline = performance.now() + othersRemovalMs;
  for (;;) {
    try {
      await engine.call((abortSignal) => container.remove({ force: true, v: true, abortSignal }));
      return ok(undefined);
    } catch (error) {
      if (engineStatus(error) === 404) return ok(undefined);
      const underWay = engineStatus(error) === 409 && performance.now() < deadline;
      if (!underWay) {
        return fail({ kind: 'engine', message: `A container couldn’t be removed: ${engineMessage(error)}` });
      }
      await delay(pauseMs);
    }
  }
}
