import pg from 'pg';
import type { SqlError } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import type { DatabaseState, Installed } from '../../ports/runPorts.ts';
import { runStatement, unreachable } from '../script/runStatement.ts';
import type { StatementEnd } from '../script/StatementEnd.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import type { Applied } from './applySettings.ts';
import { type ExtensionTools, findInExtension } from './findInExtension.ts';
import { placeInExtension } from './placeInExtension.ts';

/**
 * Makes the extension be in the database as it was just installed: keeps it where its SQL is what it was created from,
 * since a new connection loads the new library by itself; else drops it, with what depends on it, and creates it.
 */
export async function applyExtension(
  tools: ExtensionTools,
  state: DatabaseState,
  installed: Installed,
  settings: Applied & { kind: 'kept' | 'restarted' },
): Promise<StatementEnd> {
  const opened = await tools.connection.open();
  if (!opened.ok) return unreachable(opened.error, tools.emit);
  const rows = await opened.value.ask('SELECT extname, extversion FROM pg_catalog.pg_extension');
  const versions = new Map(rows?.map(([name, version]) => [name, version]));
  const { name, version, sql } = installed;
  const { created } = state;
  const same = created?.name === name && created.version === version && created.sql === sql;
  const kept = same && versions.get(name) === version;
  if (!kept) {
    for (const old of new Set([name, created?.name ?? name])) {
      if (!versions.has(old)) continue;
      state.created = null;
      const dropped = await own(tools, `DROP EXTENSION IF EXISTS ${pg.escapeIdentifier(old)} CASCADE`);
      if (dropped.kind !== 'ok') return dropped;
    }
    const end = await own(tools, `CREATE EXTENSION ${pg.escapeIdentifier(name)} CASCADE`, installed);
    if (end.kind !== 'ok') {
      tools.emit({ type: 'generated', sql: sql.slice(0, limits.generatedSqlLength) });
      return end;
    }
    state.created = { name, version, sql };
  }
  const existed = versions.has(name);
  tools.emit({
    type: 'extension',
    action:
      settings.kind === 'restarted' ? 'restarted' : kept ? 'reconnected' : existed ? 'recreated' : 'created',
    name: name.slice(0, 200),
    version: version.slice(0, 200),
    sql: sql.slice(0, limits.generatedSqlLength),
    reason: settings.kind === 'restarted' ? settings.reason : reason(kept, existed, same || !created),
  });
  return { kind: 'ok' };
}

/** Runs a statement that is the run's own; `created` is what a CREATE EXTENSION makes. */
export function own(tools: ExtensionTools, sql: string, created?: Installed): Promise<StatementEnd> {
  const timeoutMs = tools.environment.limits.extensionMs;
  if (!created) return runStatement(tools, { index: -1, sql, timeoutMs });
  const place = async (error: SqlError, connection: PgConnection) => {
    const placed = placeInExtension(error, created.sql, tools.sources);
    const isKnown = placed !== error || error.file !== null || error.severity !== 'ERROR';
    return isKnown ? placed : findInExtension(tools, connection, error, created);
  };
  return runStatement(tools, { index: -1, sql, timeoutMs, place });
}

/** Nothing where it is created for the first time: the action says that already. */
function reason(kept: boolean, existed: boolean, sameSql: boolean): string | undefined {
  if (kept) return 'SQL unchanged; reconnected to load the new library.';
  if (!existed) return undefined;
  return sameSql ? 'Changed outside the playground.' : 'SQL changed.';
}
