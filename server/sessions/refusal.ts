import type { RunMode } from '../../protocol/project.ts';
import type { ServerMessageOf } from '../../protocol/serverMessage.ts';
import type { Versions } from '../../protocol/versions.ts';
import type { RunModes } from './runPorts.ts';

/** Why a run is not taken. */
export type Refusal = Pick<ServerMessageOf<'refused'>, 'kind' | 'message' | 'retryAfterMs'>;

export const goingAway: Refusal = {
  kind: 'draining',
  message: 'The server is starting or being restarted. Run again in a moment.',
};

export const busy: Refusal = { kind: 'busy', message: 'A run is under way. Cancel it, or wait for its end.' };

export function overRate(retryAfterMs: number): Refusal {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return { kind: 'rate', message: `Too many runs in a minute. Run again in ${seconds} s.`, retryAfterMs };
}

/** The refusal of a run for a Postgres that is not to be had, or null. */
export function unknownPostgres(postgres: number, versions: Versions): Refusal | null {
  const majors = versions.postgres.map(({ major }) => major);
  if (majors.includes(postgres)) return null;
  const message = `Postgres ${postgres} is not to be had here. Choose from: ${majors.join(', ')}.`;
  return { kind: 'invalid', message };
}

/** The refusal of a mode that this server has no steps for, or null. */
export function unknownMode(mode: RunMode, modes: RunModes): Refusal | null {
  if (modes[mode]) return null;
  return { kind: 'invalid', message: `This server does not do "${mode}".` };
}
