import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Sandbox, SandboxFailure, SandboxSpec } from '../../ports/sandboxPort.ts';
import { toolchainKey, toolchainName } from '../../ports/toolchain.ts';
import type { DockerSandboxOptions } from '../dockerSandboxOptions.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { untypedDocker } from '../engine/untypedCalls.ts';
import { containerSettings } from './containerSettings.ts';
import { createFailure } from './createFailure.ts';
import { removeContainer } from './removeContainer.ts';
import { waitUntilReady } from './waitUntilReady.ts';

/** Creates and starts a container and waits until it is ready. Whatever goes wrong, it leaves none behind. */
export async function createContainer(
  engine: DockerEngine,
  options: DockerSandboxOptions,
  spec: SandboxSpec,
  signal?: AbortSignal,
): Promise<Result<Sandbox, SandboxFailure>> {
  const image = options.images[toolchainKey(spec)];
  if (!image) {
    return fail({ kind: 'image', message: `No session image is set for ${toolchainName(spec)}.` });
  }
  // Named by us, so that it can be removed even where the answer to its creation never arrives.
  const name = `pgrx-playground-${randomBytes(8).toString('hex')}`;
  const created = await attempt();
  if (created.ok) return created;
  await removeContainer(engine, name);
  return created;

  async function attempt(): Promise<Result<Sandbox, SandboxFailure>> {
    if (signal?.aborted) return fail(cancelled);
    try {
      const container = await engine.call((abortSignal) =>
        untypedDocker(engine.docker).createContainer({
          _query: { name },
          _body: containerSettings(spec, image as string, options),
          abortSignal,
        }),
      );
      if (signal?.aborted) return fail(cancelled);
      await engine.call((abortSignal) => container.start({ abortSignal }));
      if (signal?.aborted) return fail(cancelled);
      const ready = await waitUntilReady(engine, container.id, options.readyTimeoutMs, signal);
      if (signal?.aborted) return fail(cancelled);
      if (!ready.ok) return ready;
      const { postgres, pgrx, labels } = spec;
      return ok({ id: container.id, postgres, pgrx, labels: { ...labels } });
    } catch (error) {
      return fail(createFailure(error, options.runtime));
    }
  }
}

const cancelled: SandboxFailure = { kind: 'cancelled', message: 'Container creation was cancelled.' };
