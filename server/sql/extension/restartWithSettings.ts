import type { DatabaseState, RunContext, StepEnd } from '../../ports/runPorts.ts';
import { restartPostgres, restartWithoutAltered } from '../postmaster/restartPostgres.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import { postgresSettings } from './postgresSettings.ts';
import { rustSources } from './rustSources.ts';
import { startError, tellStartLog } from './startError.ts';

/**
 * Restarts Postgres with the settings that it runs with, so that what ALTER SYSTEM has set takes effect. Where it does not
 * start with that, it is discarded.
 */
export async function restartWithSettings(
  environment: SqlEnvironment,
  { emit, signal }: RunContext,
  state: DatabaseState,
): Promise<{ kind: 'ok' } | StepEnd> {
  emit({ type: 'phase', phase: 'running' });
  const settings = postgresSettings(state.started.settings, state.started.preload);
  const restart = await restartPostgres(environment, settings);
  if (restart.ok && restart.value.started) return { kind: 'ok' };
  if (signal.aborted) return { kind: 'cancelled', sandboxUnusable: true };
  const log = restart.ok && !restart.value.started ? restart.value.log : '';
  tellStartLog(log, emit);
  const again = await restartWithoutAltered(environment, settings);
  emit(
    startError(log, rustSources(state.sources ?? []), {
      what: 'what ALTER SYSTEM has set',
      detail: 'These settings were discarded, and Postgres was started without them.',
      hint: 'Try another value.',
    }),
  );
  if (again.ok && again.value.started) return { kind: 'failed' };
  return {
    kind: 'lost',
    message: 'Postgres no longer starts, so the container was stopped. Run again to start a new one.',
  };
}
