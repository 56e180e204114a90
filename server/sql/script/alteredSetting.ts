import type { RunEventOf } from '../../../protocol/events/events.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import type { StatementResultRows } from '../wire/StatementQuery.ts';

const altered = /\balter\s{1,20}system\s{1,20}set\s{1,20}"?([a-z_][\w.]{0,62})/i;

/** After an ALTER SYSTEM that succeeded: when its setting takes effect, which Postgres does not say. */
export async function alteredSetting(
  connection: PgConnection,
  sql: string,
  results: readonly StatementResultRows[],
): Promise<RunEventOf<'notice'> | null> {
  if (!results.some(({ command }) => command === 'ALTER SYSTEM')) return null;
  const name = altered.exec(sql)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const [[context] = []] =
    (await connection.ask(`select context from pg_settings where name = '${name}'`)) ?? [];
  const needsRestart = context === 'postmaster';
  return {
    type: 'notice',
    severity: 'INFO',
    message: needsRestart
      ? `${name} takes effect when Postgres restarts.`
      : `${name} takes effect after select pg_reload_conf(), in sessions that haven’t set it themselves.`,
    detail: null,
    hint: null,
    where: null,
    ...(needsRestart && { needsRestart }),
  };
}
