import type { SqlError } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { DatabaseState, Installed } from '../../ports/runPorts.ts';
import type { DialFailure } from '../dial/dialPostgres.ts';
import { restartPostgres } from '../postmaster/restartPostgres.ts';
import { type StatementTools, unreachable } from '../script/runStatement.ts';
import type { StatementEnd } from '../script/StatementEnd.ts';
import { postgresSettings } from './postgresSettings.ts';
import type { RustSources } from './rustSources.ts';
import { startFailure } from './startFailure.ts';

export type Applied =
  | { kind: 'kept' }
  | { kind: 'restarted'; reason: string }
  | { kind: 'not'; end: StatementEnd };

/**
 * Restarts Postgres where the project's settings, or the library that must be preloaded, are not those that it runs
 * with. Where it does not start with them it is started without, and the run ends there.
 */
export async function applySettings(
  tools: StatementTools,
  state: DatabaseState,
  installed: Installed,
): Promise<Applied> {
  const { environment, connection, emit } = tools;
  const wanted = { settings: installed.settings, preload: installed.preload ? installed.name : null };
  const reason = restartReason(state.started, wanted, installed);
  if (!reason) return { kind: 'kept' };
  await connection.close();
  const restart = await restartPostgres(environment, postgresSettings(wanted.settings, wanted.preload));
  if (restart.ok && restart.value.started) {
    state.started = wanted;
    return { kind: 'restarted', reason };
  }
  if (!restart.ok && restart.error.kind !== 'time') {
    const { kind, message } = restart.error;
    const failure: DialFailure = { kind: kind === 'lost' ? 'engine' : kind, message };
    return { kind: 'not', end: unreachable(failure, emit) };
  }
  if (restart.ok && !restart.value.started && restart.value.log !== '')
    emit({ type: 'log', stream: 'postgres', text: clipText(restart.value.log, limits.textLength) });
  state.started = { settings: null, preload: null };
  const back = await restartPostgres(environment, postgresSettings(null, null));
  emit(notStarted(wanted, restart.ok && !restart.value.started ? restart.value.log : '', tools.sources));
  if (back.ok && back.value.started) return { kind: 'not', end: { kind: 'failed' } };
  return { kind: 'not', end: { kind: 'lost', message: 'Postgres no longer starts.' } };
}

/** What is told of a Postgres that does not start with the project's settings, with the reason that its log gives. */
function notStarted(wanted: DatabaseState['started'], log: string, sources: RustSources): SqlError {
  const failure = startFailure(log, sources);
  const settings = 'the settings in postgresql.conf';
  const what = wanted.preload
    ? `${wanted.preload} in shared_preload_libraries${wanted.settings === null ? '' : ` and ${settings}`}`
    : settings;
  return {
    type: 'sqlError',
    index: -1,
    statement: '',
    severity: 'FATAL',
    // config_file_error
    sqlstate: 'F0000',
    message: `Postgres doesn’t start with ${what}${failure ? `: ${failure.message}` : '.'}`,
    detail: 'It was started without them. The server log has more.',
    hint:
      wanted.preload || failure?.place
        ? 'Correct _PG_init, which runs while Postgres starts, then run again.'
        : 'Correct postgresql.conf, then run again.',
    where: null,
    position: null,
    file: failure?.place?.file ?? null,
    line: failure?.place?.line ?? null,
  };
}

function restartReason(
  now: DatabaseState['started'],
  wanted: DatabaseState['started'],
  { soChanged }: Installed,
): string | null {
  if (wanted.preload !== now.preload)
    return wanted.preload
      ? 'The library must be in shared_preload_libraries.'
      : 'The library no longer needs to be in shared_preload_libraries.';
  if (wanted.preload && soChanged) return 'A preloaded library changes only on restart.';
  if (wanted.settings !== now.settings) return 'The settings in postgresql.conf changed.';
  return null;
}
