import { ok, type Result } from '../../../protocol/result.ts';
import { type RunFailure, runToEnd } from '../../ports/runToEnd.ts';
import { ownSettings } from '../extension/postgresSettings.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

/**
 * Writes the settings that come last but for those of ALTER SYSTEM, of which those are deleted that the playground needs,
 * lets Postgres check them, stops it (at once where that takes over 3 s), starts it, and waits for it to answer. Where it
 * is gone the stop finds nobody.
 */
const withSettings = `
cat > /pgdata/playground.conf
sed -i -E '/^(${ownSettings.join('|')}) /d' /pgdata/postgresql.auto.conf
postgres -D /pgdata -C port >/dev/null || exit 1
pg_ctl stop -D /pgdata -m fast -s -t 3 >/dev/null 2>&1
/opt/pgrx/bin/job-kill postgres KILL >/dev/null 2>&1
exec /opt/pgrx/bin/postgres-start
`;

/** Without what ALTER SYSTEM has set, which Postgres may not start with. */
const withoutAltered = `rm -f /pgdata/postgresql.auto.conf\n${withSettings}`;

/** What is thrown away need not be written down first. */
const withNewData = `
/opt/pgrx/bin/job-kill postgres KILL >/dev/null 2>&1
find /pgdata -mindepth 1 -delete && cp -R /opt/pgrx/pgdata/. /pgdata/ || exit 1
exec /opt/pgrx/bin/postgres-start
`;

export type Restart = { started: true } | { started: false; log: string };

/**
 * Starts Postgres anew with these lines as its last settings. That it does not start with them is an answer, with its
 * log; then it must be started again with others.
 */
export async function restartPostgres(
  environment: SqlEnvironment,
  settings: string,
): Promise<Result<Restart, RunFailure>> {
  return startAnew(environment, withSettings, settings);
}

/** As `restartPostgres`, and discards what ALTER SYSTEM has set. */
export async function restartWithoutAltered(
  environment: SqlEnvironment,
  settings: string,
): Promise<Result<Restart, RunFailure>> {
  return startAnew(environment, withoutAltered, settings);
}

/** Starts Postgres with its data and its settings as they are in a new container. */
export async function renewPostgres(environment: SqlEnvironment): Promise<Result<Restart, RunFailure>> {
  return startAnew(environment, withNewData, '');
}

async function startAnew(
  { port, sandbox, limits, signal }: SqlEnvironment,
  script: string,
  input: string,
): Promise<Result<Restart, RunFailure>> {
  const ended = await runToEnd(port, sandbox, ['sh', '-c', script], {
    input,
    cwd: '/',
    // Some tenths of a second are usual; a library that ends the postmaster is noticed only by this.
    env: { POSTGRES_START_SECONDS: '3' },
    keepBytes: 16 * 1024,
    timeoutMs: limits.restartMs,
    signal,
  });
  if (!ended.ok) return ended;
  const { code, stderr } = ended.value;
  return ok(code === 0 ? { started: true } : { started: false, log: stderr });
}
