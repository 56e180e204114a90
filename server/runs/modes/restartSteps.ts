import type { RunModeSteps, SqlPort } from '../../ports/runPorts.ts';

/** The mode `restartPostgres`: nothing is built. */
export function restartSteps(sql: SqlPort): RunModeSteps {
  return async ({ context, database, releaseBuildSlot }) => {
    releaseBuildSlot();
    const end = await sql.restart(context, database);
    if (end.kind !== 'ok') return { end, step: 'sql' };
    const message =
      'Postgres restarted. Tables and settings are as before; open transactions were rolled back.';
    return { end: { kind: 'ok', message }, step: 'sql' };
  };
}
