import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { signalBackends } from './signalBackends.ts';

/**
 * `interrupted`: the statement noticed the interrupt and ended; `killed`: it did not, and its backend was killed, which
 * makes Postgres recover; `stuck`: not even that could be done.
 */
export type BackendStop = 'interrupted' | 'killed' | 'stuck';

/** How long a killed backend's connection takes to end: the kernel closes it at once. */
const killMs = 1000;

/**
 * Ends what a connection's backend does, politely first, with all that it has started. The connection is of no use after
 * `killed` and `stuck`.
 */
export async function stopBackend(
  environment: SqlEnvironment,
  connection: PgConnection,
  ended: Promise<unknown>,
): Promise<BackendStop> {
  const sent = await signalBackend(environment, connection, 'INT');
  if (sent && (await within(ended, environment.limits.interruptMs))) return 'interrupted';
  return killBackend(environment, connection, ended);
}

/** Ends a connection's backend at once, with all that it has started. */
export async function killBackend(
  environment: SqlEnvironment,
  connection: PgConnection,
  ended: Promise<unknown>,
): Promise<'killed' | 'stuck'> {
  const killed = await signalBackend(environment, connection, 'KILL');
  if (killed && (await within(ended, killMs))) return 'killed';
  connection.cut();
  await ended;
  return killed ? 'killed' : 'stuck';
}

/** Whether the signal could be sent to the connection's backend, if it is known. */
async function signalBackend(
  environment: SqlEnvironment,
  { backendPid }: PgConnection,
  signal: 'INT' | 'KILL',
): Promise<boolean> {
  return backendPid !== null && (await signalBackends(environment, signal, [backendPid]));
}

async function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const inTime = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
