import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { SandboxFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { runTool } from '../exec/runTool.ts';

/** Waits inside the container, in one exec, for the file that its start makes once Postgres answers. */
export async function waitUntilReady(
  engine: DockerEngine,
  containerId: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Result<void, SandboxFailure>> {
  const script = 'until [ -e /tmp/ready ]; do sleep 0.01; done';
  const waited = await runTool(engine, containerId, ['/bin/sh', '-c', script], { timeoutMs, signal });
  if (waited.ok && waited.value.code === 0) return ok(undefined);
  const why = waited.ok ? `it stopped while starting (exit code ${waited.value.code})` : waited.error.message;
  return fail({ kind: 'engine', message: `Postgres in a new container did not start: ${why}` });
}
