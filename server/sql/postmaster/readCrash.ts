import { constants } from 'node:os';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import { abortCause } from './abortCause.ts';

/** How a process of Postgres died: by a signal (a number), and why it aborted; or by leaving with a status. */
export type Death = { signal: number; cause?: string } | { exitCode: number };

/** Where `postgres-start` keeps the server's log; a second file holds what the first had no room for. */
const logEnd = 'cat /tmp/server.log.1 /tmp/server.log 2>/dev/null | tail -c 65536';

const died = /\(PID (\d+)\) (?:was terminated by signal (\d{1,3})\b|exited with exit code (\d{1,3})\b)/g;

/**
 * What the server's log says of a backend's death. With `orAnother`, the last death of any process is an answer too: a
 * parallel or background worker that dies takes all backends with it.
 */
export async function readCrash(
  { port, sandbox }: SqlEnvironment,
  pid: number | null,
  orAnother: boolean,
): Promise<Death | null> {
  const ended = await runToEnd(port, sandbox, ['sh', '-c', logEnd], {
    cwd: '/',
    keepBytes: 64 * 1024,
    timeoutMs: 3000,
  });
  return ended.ok ? deathInLog(ended.value.stdout, pid, orAnother) : null;
}

export function deathInLog(log: string, pid: number | null, orAnother: boolean): Death | null {
  const deaths = [...log.matchAll(died)];
  const at = deaths.findLastIndex(([, of]) => of === String(pid));
  const index = at < 0 && orAnother ? deaths.length - 1 : at;
  const own = deaths[index];
  if (!own) return null;
  const [, , signal, exitCode] = own;
  if (signal === undefined) return { exitCode: Number(exitCode) };
  // What a process writes as it aborts stands between the death before and its own.
  const cause = abortCause(log.slice(deaths[index - 1]?.index ?? 0, own.index));
  return Number(signal) === constants.signals.SIGABRT && cause !== null
    ? { signal: Number(signal), cause }
    : { signal: Number(signal) };
}
