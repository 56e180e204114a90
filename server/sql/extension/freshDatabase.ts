import type { DatabaseState } from '../../ports/runPorts.ts';
import { playgroundDatabase } from '../dial/dialPostgres.ts';
import { ScriptConnection } from '../script/ScriptConnection.ts';
import type { StatementEnd } from '../script/StatementEnd.ts';
import type { ExtensionTools } from './findInExtension.ts';
import { newDatabase } from './newDatabase.ts';

/** As a line of the project's postgresql.conf, where it goes with the project and its links. Postgres gives it no meaning. */
const setting = /^[ \t]*playground\.fresh_database(?:[ \t]*=[ \t]*|[ \t]+)'?(\w{1,8})'?[ \t]*(?:#.*)?$/gim;

/** Whether a project wants each run to begin with an empty database; the last line counts, as for Postgres. */
export function wantsFreshDatabase(settings: string | null): boolean {
  const value = [...(settings ?? '').matchAll(setting)].at(-1)?.[1] ?? 'off';
  return /^(?:on|true|yes|1)$/i.test(value);
}

/** Gives the run an empty database; what is connected to the old one is cut. */
export async function freshDatabase(tools: ExtensionTools, state: DatabaseState): Promise<StatementEnd> {
  // A series carries one connection at a time.
  await tools.connection.close();
  state.created = null;
  const environment = { ...tools.environment, database: 'postgres' };
  await using connection = new ScriptConnection(environment, state, tools.emit);
  return await newDatabase({ ...tools, environment, connection }, playgroundDatabase);
}
