import { limits } from '../../protocol/limits.ts';
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

/** Nothing is known of what became of it; a page that tries again does no harm. */
export const notTaken: Refusal = {
  kind: 'draining',
  message: 'Something went wrong in the server, so that this was not run. Run again in a moment.',
};

export const busy: Refusal = { kind: 'busy', message: 'A run is under way. Cancel it, or wait for its end.' };

export function overRate(retryAfterMs: number): Refusal {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return { kind: 'rate', message: `Too many runs in a minute. Run again in ${seconds} s.`, retryAfterMs };
}

/** How long one who has too many runs under way is to wait, in milliseconds: about as long as one of them takes. */
const oneShotRetryMs = 5_000;

/** The refusal of a run in a container of its own beside as many of the session as there may be on that Postgres. */
export function manyAtOnce(postgres: number): Refusal {
  const message = `${limits.ownContainerRuns} runs of this page on Postgres ${postgres} are under way already, which is the most at once. Cancel one, or wait for its end.`;
  return { kind: 'rate', message, retryAfterMs: oneShotRetryMs };
}

/** The refusal of a run that takes two containers while too many wait for theirs. */
export const manyWaiting: Refusal = {
  kind: 'rate',
  message: 'Too many wait for this kind of run already. Run again in a minute.',
  retryAfterMs: 60_000,
};

/** The refusal of a run for a Postgres that is not to be had, or null. */
export function unknownPostgres(postgres: number, versions: Versions): Refusal | null {
  const majors = versions.postgres.map(({ major }) => major);
  if (majors.includes(postgres)) return null;
  const message = `Postgres ${postgres} is not to be had here. Choose from: ${majors.join(', ')}.`;
  return { kind: 'invalid', message };
}

/** The refusal of a mode that takes two containers by a session, which has one. */
export function notInSession(mode: RunMode): Refusal | null {
  if (mode !== 'loadElsewhere') return null;
  return { kind: 'invalid', message: 'This takes two containers of its own: POST /api/v1/run does it.' };
}

/** The refusal of a mode that this server has no steps for, or null. */
export function unknownMode(mode: RunMode, modes: RunModes): Refusal | null {
  if (modes[mode]) return null;
  return { kind: 'invalid', message: `This server does not do "${mode}".` };
}
