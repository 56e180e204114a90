import { runToEnd } from '../sessions/runToEnd.ts';
import type { PgConnection } from './PgConnection.ts';
import type { SqlEnvironment } from './SqlEnvironment.ts';

/**
 * `interrupted`: the statement noticed the interrupt and ended; `killed`: it did not, and its backend was killed, which
 * makes Postgres recover; `stuck`: not even that could be done.
 */
export type BackendStop = 'interrupted' | 'killed' | 'stuck';

/** How long a killed backend's connection takes to end: the kernel closes it at once. */
const killMs = 1000;
const execMs = 2000;

/** Ends what a connection's backend does, politely first. The connection is of no use after `killed` and `stuck`. */
export async function stopBackend(
  environment: SqlEnvironment,
  connection: PgConnection,
  ended: Promise<unknown>,
): Promise<BackendStop> {
  const pid = connection.backendPid;
  const sent = pid !== null && (await signalProcess(environment, pid, 'INT'));
  if (sent && (await within(ended, environment.limits.interruptMs))) return 'interrupted';
  const killed = pid !== null && (await signalProcess(environment, pid, 'KILL'));
  if (killed && (await within(ended, killMs))) return 'killed';
  connection.cut();
  await ended;
  return killed ? 'killed' : 'stuck';
}

/** Whether the signal could be sent, or found nobody any more. */
async function signalProcess(
  { port, sandbox }: SqlEnvironment,
  pid: number,
  signal: 'INT' | 'KILL',
): Promise<boolean> {
  // `kill` is the shell's own: no program of that name need be there.
  const argv = ['sh', '-c', 'kill -$1 $2', 'sh', signal, String(pid)];
  const sent = await runToEnd(port, sandbox, argv, { cwd: '/', keepBytes: 0, timeoutMs: execMs });
  return sent.ok;
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
