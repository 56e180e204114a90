import type { RunEvent } from '../../protocol/events/events.ts';
import type { Emit, Installed, ModeWork, SqlPort, StepEnd } from '../ports/runPorts.ts';

/** The checks' tables go into a schema that is theirs, so that the learner's stay. */
const emptySchema = 'DROP SCHEMA IF EXISTS lesson CASCADE;\nCREATE SCHEMA lesson;';

const told: RunEvent['type'][] = ['phase', 'extension', 'crash', 'limit'];

/**
 * Makes the extension anew, so that nothing which was done to it by hand counts, and an empty schema for the checks. What
 * goes wrong with the extension is told.
 */
export async function prepareChecks(
  { context, database }: Pick<ModeWork, 'context' | 'database'>,
  sql: SqlPort,
  installed: Installed,
): Promise<{ kind: 'ok' } | StepEnd> {
  const emit: Emit = (event) => {
    const own = event.type === 'sqlError' && event.index === -1;
    if (own || told.includes(event.type)) context.emit(event);
  };
  database.created = null;
  await using run = sql.open({ ...context, emit }, database);
  return await run.execute(installed, emptySchema);
}
