import { commandEnd } from '../sessions/commandEnd.ts';
import type { BuildPort, CarriedLibrary, ModeEnd, ModeWork } from '../sessions/runPorts.ts';
import { runToEnd } from '../sessions/runToEnd.ts';
import type { SandboxPort } from '../sessions/sandboxPort.ts';

/** The library that a new container has installed, packed as text, and on the other stream its name. */
const script =
  'cd /install/lib && so=$(ls -t -- *.so | head -n 1) && printf %s "$so" >&2 && gzip -1c -- "$so" | base64 -w 0';

/** That much is held in this process's memory: three times what a library of many crates takes. */
const packedBytes = 16 * 1024 * 1024;

const timeoutMs = 20_000;

/** Builds the files for the container's Postgres, and takes the library out of it. */
export async function takeLibrary(
  build: BuildPort,
  port: SandboxPort,
  { context, request, built }: ModeWork,
): Promise<ModeEnd & { carried?: CarriedLibrary }> {
  const step = 'build';
  const end = await build.build(context, request.files);
  built();
  if (end.kind !== 'installed') return { end, step };
  const { sandbox, emit, signal } = context;
  const options = { keepBytes: packedBytes, timeoutMs, signal };
  const packed = await runToEnd(port, sandbox, ['sh', '-c', script], options);
  if (!packed.ok)
    return { end: commandEnd(packed.error, emit, 'The library took too long to be read.'), step };
  const { code, stdout, stderr, truncated } = packed.value;
  if (truncated)
    return {
      end: {
        kind: 'failed',
        message: `The library has over ${packedBytes / 1024 / 1024} MiB, even compressed.`,
      },
      step,
    };
  if (code !== 0 || stdout === '')
    return { end: { kind: 'failed', message: 'The build has left no library to take.' }, step };
  return { end: { kind: 'ok' }, step, carried: { name: stderr, packed: stdout } };
}
