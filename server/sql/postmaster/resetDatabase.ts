import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { DatabaseState, RunContext, StepEnd } from '../../ports/runPorts.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import { renewPostgres } from './restartPostgres.ts';

/** Makes the data as it is in a new container. Where Postgres does not start with that either, the container is done for. */
export async function resetDatabase(
  environment: SqlEnvironment,
  { emit, signal }: RunContext,
  state: DatabaseState,
): Promise<{ kind: 'ok' } | StepEnd> {
  emit({ type: 'phase', phase: 'running' });
  state.created = null;
  state.started = { settings: null, preload: null };
  const renewed = await renewPostgres(environment);
  if (renewed.ok && renewed.value.started) return { kind: 'ok' };
  // Half of the data may be gone.
  if (signal.aborted) return { kind: 'cancelled', sandboxUnusable: true };
  const log = renewed.ok && !renewed.value.started ? renewed.value.log : '';
  if (log !== '') emit({ type: 'log', stream: 'postgres', text: clipText(log, limits.textLength) });
  const message =
    'Postgres didn’t start with new data, so the container was stopped. Run again to start a new one.';
  return { kind: 'lost', message };
}
