import type { RunModeSteps, SqlPort } from '../../ports/runPorts.ts';

/** The mode `resetDatabase`: nothing is built. */
export function resetSteps(sql: SqlPort): RunModeSteps {
  return async ({ context, database, releaseBuildSlot }) => {
    releaseBuildSlot();
    const end = await sql.reset(context, database);
    if (end.kind !== 'ok') return { end, step: 'sql' };
    const message =
      'Database reset. Tables, roles, and settings are gone; the next run creates the extension.';
    return { end: { kind: 'ok', message }, step: 'sql' };
  };
}
