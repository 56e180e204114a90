import type { DatabaseState, Installed } from '../../ports/runPorts.ts';
import type { DialFailure } from '../dial/dialPostgres.ts';
import { restartPostgres, restartWithoutAltered } from '../postmaster/restartPostgres.ts';
import { type StatementTools, unreachable } from '../script/runStatement.ts';
import type { StatementEnd } from '../script/StatementEnd.ts';
import { postgresSettings } from './postgresSettings.ts';
import { inInit, startError, tellStartLog } from './startError.ts';

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
  const log = restart.ok && !restart.value.started ? restart.value.log : '';
  tellStartLog(log, emit);
  state.started = { settings: null, preload: null };
  const back = await restartWithoutAltered(environment, postgresSettings(null, null));
  const settings = 'the settings in postgresql.conf';
  const what = wanted.preload
    ? `${wanted.preload} in shared_preload_libraries${wanted.settings === null ? '' : ` and ${settings}`}`
    : settings;
  const detail = 'It was started without them. The server log has more.';
  const hint = wanted.preload ? inInit : 'Correct postgresql.conf, then run again.';
  emit(startError(log, tools.sources, { what, detail, hint }));
  if (back.ok && back.value.started) return { kind: 'not', end: { kind: 'failed' } };
  return { kind: 'not', end: { kind: 'lost', message: 'Postgres no longer starts.' } };
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
