import pg from 'pg';
import { limits } from '../../../protocol/limits.ts';
import type { DatabaseState, Installed, StepEnd } from '../../ports/runPorts.ts';
import { unreachable } from '../script/runStatement.ts';
import type { StatementEnd } from '../script/StatementEnd.ts';
import { own } from './applyExtension.ts';
import type { Applied } from './applySettings.ts';
import type { ExtensionTools } from './findInExtension.ts';

/**
 * Takes the extension from the version that is in the database to the one that was just installed, as its users will:
 * nothing is dropped but what the upgrade script drops. Where there is none in the database it is created.
 */
export async function updateExtension(
  tools: ExtensionTools,
  state: DatabaseState,
  installed: Installed,
  settings: Applied & { kind: 'kept' | 'restarted' },
): Promise<StatementEnd | StepEnd> {
  const opened = await tools.connection.open();
  if (!opened.ok) return unreachable(opened.error, tools.emit);
  const rows = await opened.value.ask('SELECT extname, extversion FROM pg_catalog.pg_extension');
  const versions = new Map(rows?.map(([name, version]) => [name, version]));
  const { name, version, sql } = installed;
  const earlier = state.created?.name;
  if (earlier !== undefined && earlier !== name && versions.has(earlier))
    return { kind: 'failed', message: renamed(earlier, name) };
  const old = versions.get(name);
  if (old !== version) {
    const quoted = pg.escapeIdentifier(name);
    const end = await (old === undefined
      ? own(tools, `CREATE EXTENSION ${quoted} CASCADE`, installed)
      : own(tools, `ALTER EXTENSION ${quoted} UPDATE TO ${pg.escapeLiteral(version)}`));
    if (end.kind !== 'ok') {
      tools.emit({ type: 'generated', sql: sql.slice(0, limits.generatedSqlLength) });
      return end;
    }
    // What a script has made of it need not be what its SQL would: a run that makes it anew does so.
    state.created = old === undefined ? { name, version, sql } : null;
  }
  const restarted = settings.kind === 'restarted' ? ` Postgres was restarted: ${settings.reason}` : '';
  tools.emit({
    type: 'extension',
    action: old === undefined ? 'created' : old === version ? 'reconnected' : 'updated',
    name: name.slice(0, 200),
    version: version.slice(0, 200),
    sql: sql.slice(0, limits.generatedSqlLength),
    reason: `${reason(old, version)}${restarted}`,
  });
  return { kind: 'ok' };
}

function reason(old: string | null | undefined, version: string): string {
  if (old === undefined) return 'It wasn’t installed, so there was nothing to update.';
  if (old === version)
    return `Already at version ${version}, so no SQL was run. Raise the version to update.`.slice(0, 1000);
  return `ALTER EXTENSION updated it from ${old} to ${version}. Nothing was dropped except by its script.`.slice(
    0,
    1000,
  );
}

function renamed(earlier: string, name: string): string {
  return `The extension was renamed from ${earlier} to ${name}. An update works only between versions of the same extension. Restore the old name, or press Run to drop ${earlier} and create ${name}.`;
}
