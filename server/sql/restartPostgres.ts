import { ok, type Result } from '../sessions/result.ts';
import { type RunFailure, runToEnd } from '../sessions/runToEnd.ts';
import type { SqlEnvironment } from './SqlEnvironment.ts';

/**
 * Stops Postgres (at once where it does not stop in 3 s), writes the settings that it reads last, starts it, and waits
 * for it to answer. Where a Postgres that runs is only to be started anew, the stop finds nobody.
 */
const script = `
cat > /pgdata/playground.conf
pg_ctl stop -D /pgdata -m fast -s -t 3 >/dev/null 2>&1
/opt/pgrx/bin/job-kill postgres KILL >/dev/null 2>&1
exec /opt/pgrx/bin/postgres-start
`;

export type Restart = { started: true } | { started: false; log: string };

/**
 * Starts Postgres anew with these lines as its last settings. That it does not start with them is an answer; its log
 * then tells why, and no Postgres runs.
 */
export async function restartPostgres(
  { port, sandbox, limits, signal }: SqlEnvironment,
  settings: string,
): Promise<Result<Restart, RunFailure>> {
  const ended = await runToEnd(port, sandbox, ['sh', '-c', script], {
    input: settings,
    cwd: '/',
    keepBytes: 16 * 1024,
    timeoutMs: limits.restartMs,
    signal,
  });
  if (!ended.ok) return ended;
  const { code, stderr } = ended.value;
  return ok(code === 0 ? { started: true } : { started: false, log: stderr });
}
