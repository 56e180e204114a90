import { runToEnd } from '../../ports/runToEnd.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

/** The kernel names a process until its parent, here the postmaster, has heard of its end. `$2` is hundredths of a second. */
const script = 'n=0; while [ -e "/proc/$1" ] && [ $n -lt "$2" ]; do sleep 0.01; n=$((n + 1)); done';

/** One that dies has closed its connection microseconds before; one that lives on after that is not waited for long. */
const patienceMs = 2000;

/**
 * Waits until the postmaster knows that a backend has ended, or `patienceMs`. The connection of a backend that crashes
 * ends before that, and whoever connects in between is accepted, only to be sent away with all others.
 */
export async function waitForExit(
  { port, sandbox, signal }: Pick<SqlEnvironment, 'port' | 'sandbox' | 'signal'>,
  pid: number,
): Promise<void> {
  const argv = ['sh', '-c', script, 'sh', String(pid), String(patienceMs / 10)];
  // Where it cannot be waited for, dialling tells what is wrong.
  await runToEnd(port, sandbox, argv, { cwd: '/', keepBytes: 0, timeoutMs: 2 * patienceMs, signal });
}
