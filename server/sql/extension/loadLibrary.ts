import pg from 'pg';
import { commandEnd } from '../../ports/commandEnd.ts';
import type { ModeEnd, ModeWork, SqlPort, TransferredLibrary } from '../../ports/runPorts.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SandboxPort } from '../../ports/sandboxPort.ts';

const timeoutMs = 20_000;

/** Puts a library from another container into this one, and has its Postgres load it. What that says is told. */
export async function loadLibrary(
  sql: SqlPort,
  port: SandboxPort,
  { context, request, database, releaseBuildSlot }: ModeWork,
  { name, packed }: TransferredLibrary,
): Promise<ModeEnd> {
  const step = 'sql';
  const { sandbox, emit, signal } = context;
  releaseBuildSlot();
  emit({ type: 'phase', phase: 'installing' });
  // Whatever the project calls it, the path is ours, and says in Postgres's errors where the library comes from.
  const folder = `/work/from-postgres-${request.libraryOf}`;
  const path = `${folder}/${/^\w[\w.-]{0,99}\.so$/.test(name) ? name : 'library.so'}`;
  const argv = ['sh', '-c', 'mkdir -p "$1" && base64 -d | gunzip -c > "$2"', 'sh', folder, path];
  const put = await runToEnd(port, sandbox, argv, { input: packed, keepBytes: 4096, timeoutMs, signal });
  if (!put.ok) {
    const tooLong = `Writing the library took over ${timeoutMs / 1000} s.`;
    return { end: commandEnd(put.error, emit, tooLong), step };
  }
  if (put.value.code !== 0) {
    const message = 'The library couldn’t be written to the other container. It may be too large.';
    return { end: { kind: 'failed', message }, step };
  }
  emit({ type: 'phase', phase: 'running' });
  await using connection = sql.connect(sandbox, database, { onEvent: () => {}, onClosed: () => {} });
  const opened = await connection.open();
  if (!opened.ok) return { end: { kind: 'lost', message: opened.error }, step };
  return { end: await connection.execute(`LOAD ${pg.escapeLiteral(path)};`, { emit, signal }), step };
}
