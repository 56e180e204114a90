import { randomInt } from 'node:crypto';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { ownerLabel } from '../../ports/labels.ts';
import { createFailure } from '../container/createFailure.ts';
import { removeContainer } from '../container/removeContainer.ts';
import { connectDockerEngine } from '../engine/dockerEngine.ts';
import { engineStatus } from '../engine/engineError.ts';
import type { NameMarks } from './holdName.ts';

/** The kernel's bounds of a container's share of CPU time. */
const [leastShares, mostShares] = [2, 262_144];

/**
 * A name's mark is a container that is never started: the Engine gives each container's name once, and has its settings
 * changed while it does not run. Its beat is the share of CPU time that it would have, which means nothing to it.
 */
export function dockerNameMarks(image: string): NameMarks & { close: () => void } {
  const engine = connectDockerEngine();
  const { docker } = engine;
  const failed = (error: unknown) => fail(createFailure(error, undefined).message);
  const nextBeat = () => randomInt(leastShares, mostShares);
  const nameOf = (name: string) => `${ownerLabel}-server-${name}`;
  return {
    async find(name) {
      try {
        const found = await engine.call((abortSignal) =>
          docker.getContainer(nameOf(name)).inspect({ abortSignal }),
        );
        return ok({ id: found.Id, beat: found.HostConfig.CpuShares ?? 0 });
      } catch (error) {
        return engineStatus(error) === 404 ? ok(null) : failed(error);
      }
    },
    async create(name): Promise<Result<string | null, string>> {
      try {
        const created = await engine.call((abortSignal) =>
          docker.createContainer({
            name: nameOf(name),
            Image: image,
            Cmd: ['true'],
            Labels: { [ownerLabel]: name },
            HostConfig: { NetworkMode: 'none', CpuShares: nextBeat() },
            abortSignal,
          }),
        );
        return ok(created.id);
      } catch (error) {
        return engineStatus(error) === 409 ? ok(null) : failed(error);
      }
    },
    async beat(id) {
      try {
        const container = docker.getContainer(id);
        await engine.call((abortSignal) => container.update({ CpuShares: nextBeat(), abortSignal }));
        return ok(true);
      } catch (error) {
        return engineStatus(error) === 404 ? ok(false) : failed(error);
      }
    },
    async remove(id) {
      const removed = await removeContainer(engine, id);
      return removed.ok ? removed : fail(removed.error.message);
    },
    close: engine.close,
  };
}
