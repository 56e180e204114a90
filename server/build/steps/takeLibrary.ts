import { commandEnd } from '../../ports/commandEnd.ts';
import type { BuildPort, ModeEnd, ModeWork } from '../../ports/runPorts.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SandboxPort } from '../../ports/sandboxPort.ts';

/**
 * The library that was installed last, compressed, as text, and on the other stream its name. What Postgres brings of its
 * own lies beside it as links.
 */
const script = `
set -eu
cd /install/lib
so=$(find . -maxdepth 1 -type f -name '*.so' -printf '%T@ %f\\n' | sort -rn | head -n 1 | cut -d' ' -f2-)
printf %s "$so" >&2
gzip -1c -- "$so" | base64 -w 0
`;

/** Held in this process's memory on its way. A library of 15 MB takes 6 MB so. */
export const packedBytes = 16 * 1024 * 1024;

const timeoutMs = 20_000;

/** Builds the files for the container's Postgres, and takes the library out of it. */
export async function takeLibrary(
  build: BuildPort,
  port: SandboxPort,
  { context, request, releaseBuildSlot }: ModeWork,
): Promise<ModeEnd> {
  const end = await build.build(context, request.files);
  releaseBuildSlot();
  if (end.kind !== 'installed') return { end, step: 'build' };
  const { sandbox, emit, signal } = context;
  const options = { keepBytes: packedBytes, timeoutMs, signal };
  const packed = await runToEnd(port, sandbox, ['sh', '-c', script], options);
  if (!packed.ok) {
    const tooLong = `Reading the library took over ${timeoutMs / 1000} s.`;
    return { end: commandEnd(packed.error, emit, tooLong), step: 'sql' };
  }
  const { code, stdout, stderr, truncated } = packed.value;
  const problem = truncated
    ? `The library is too large to transfer to the other container. The limit is ${(packedBytes * 0.75) / 1024 / 1024} MiB compressed.`
    : code !== 0 || stdout === ''
      ? 'The build produced no library to transfer to the other container.'
      : null;
  if (problem !== null) return { end: { kind: 'failed', message: problem }, step: 'sql' };
  return { end: { kind: 'ok' }, step: 'sql', transferred: { name: stderr, packed: stdout } };
}
