import { runToEnd } from '../../ports/runToEnd.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

const timeoutMs = 2000;

/**
 * Signals backends with all that they have started: each leads a process group, and Postgres signals that too. Whether
 * the signal could be sent, or found nobody any more.
 */
export async function signalBackends(
  { port, sandbox }: Pick<SqlEnvironment, 'port' | 'sandbox'>,
  signal: 'INT' | 'KILL',
  pids: readonly number[],
): Promise<boolean> {
  // `kill` is the shell's own: no program of that name need be there.
  const argv = ['sh', '-c', 'kill -s "$@"', 'sh', signal, '--', ...pids.map((pid) => `-${pid}`)];
  const sent = await runToEnd(port, sandbox, argv, { cwd: '/', keepBytes: 0, timeoutMs });
  return sent.ok;
}
