import { runToEnd } from '../sessions/runToEnd.ts';
import { dialPostgres } from './dialPostgres.ts';
import { psqlName } from './psqlCommand.ts';
import type { SqlEnvironment } from './SqlEnvironment.ts';

const dialMs = 2000;

/** Ends what psql has left running in Postgres when it was killed: a statement does not end with its client. */
export async function killPsqlBackends({ port, sandbox, limits }: SqlEnvironment): Promise<void> {
  const dialled = await dialPostgres(port, sandbox, limits, { timeoutMs: dialMs });
  if (!dialled.ok) return;
  await using connection = dialled.value;
  const rows = await connection.ask(
    `SELECT pid FROM pg_catalog.pg_stat_activity WHERE application_name = '${psqlName}'`,
  );
  const pids = (rows ?? []).flatMap(([pid]) => (/^\d{1,9}$/.test(pid ?? '') ? [pid ?? ''] : []));
  if (pids.length === 0) return;
  await runToEnd(port, sandbox, ['sh', '-c', 'kill -KILL "$@"', 'sh', ...pids], {
    cwd: '/',
    keepBytes: 0,
    timeoutMs: dialMs,
  });
}
