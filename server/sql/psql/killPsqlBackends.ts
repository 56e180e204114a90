import { dialPostgres } from '../dial/dialPostgres.ts';
import { signalBackends } from '../postmaster/signalBackends.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import { psqlName } from './psqlCommand.ts';

const dialMs = 2000;

/** Ends what psql has left running in Postgres when it was killed: a statement does not end with its client. */
export async function killPsqlBackends(environment: SqlEnvironment): Promise<void> {
  const { port, sandbox, limits } = environment;
  const dialled = await dialPostgres(port, sandbox, limits, { timeoutMs: dialMs });
  if (!dialled.ok) return;
  await using connection = dialled.value;
  const rows = await connection.ask(
    `SELECT pid FROM pg_catalog.pg_stat_activity WHERE application_name = '${psqlName}'`,
  );
  const pids = (rows ?? []).flatMap(([pid]) => (/^\d{1,9}$/.test(pid ?? '') ? [Number(pid)] : []));
  // The group of process 1 would be everybody.
  const backends = pids.filter((pid) => pid > 1);
  if (backends.length === 0) return;
  await signalBackends(environment, 'KILL', backends);
}
