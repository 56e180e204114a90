import { limits } from '../../protocol/limits.ts';
import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { RunMode, RunRequest } from '../../protocol/project.ts';
import { offeredPgrx, type Versions, versionsOf } from '../../protocol/versions.ts';
import type { RunModes } from '../ports/runPorts.ts';
import type { Toolchain } from '../ports/toolchain.ts';

/** Why a run is not taken. `field` is the one of the request that is wrong, where it is one. */
export type Refusal = Pick<ServerMessageOf<'refused'>, 'kind' | 'message' | 'retryAfterMs'> & {
  field?: keyof RunRequest;
};

export const goingAway: Refusal = {
  kind: 'draining',
  message: 'The server is starting or restarting. Run again in a moment.',
};

/** Nothing is known of what became of it; a page that tries again does no harm. */
export const notTaken: Refusal = {
  kind: 'draining',
  message: 'Internal server error; this was not run. Run again in a moment.',
};

export const busy: Refusal = {
  kind: 'busy',
  message: 'A run is in progress. Cancel it, or wait for it to finish.',
};

export function overRate(retryAfterMs: number): Refusal {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return { kind: 'rate', message: `Too many runs per minute. Run again in ${seconds} s.`, retryAfterMs };
}

/** How long one who has too many runs under way is to wait, in milliseconds: about as long as one of them takes. */
const oneShotRetryMs = 5_000;

/** The refusal of a run in a container of its own beside as many of the session as there may be on that Postgres. */
export function manyAtOnce(postgres: number): Refusal {
  const message = `This page already has ${limits.ownContainerRuns} runs in progress on Postgres ${postgres}, the maximum. Cancel one, or wait for it to finish.`;
  return { kind: 'rate', message, retryAfterMs: oneShotRetryMs };
}

/** The refusal of a run that takes two containers while too many wait for theirs. */
export const manyWaiting: Refusal = {
  kind: 'rate',
  message: 'Too many runs of this kind are waiting. Run again in a minute.',
  retryAfterMs: 60_000,
};

/** The refusal of a run that names a pgrx that is not to be had, or comes to a Postgres that is not to be had with its pgrx. */
export function unknownToolchain(
  { pgrx, libraryOf }: Pick<RunRequest, 'pgrx' | 'libraryOf'>,
  toolchain: Toolchain,
  versions: Versions,
): Refusal | null {
  return (
    unknownPgrx(pgrx, versions) ??
    unknownPostgres(toolchain, versions, 'postgres') ??
    (libraryOf ? unknownPostgres({ ...toolchain, postgres: libraryOf }, versions, 'libraryOf') : null)
  );
}

function unknownPgrx(pgrx: string | undefined, versions: Versions): Refusal | null {
  if (versionsOf(versions, pgrx)) return null;
  const message = `pgrx ${pgrx} isn’t available on this server. Available: ${offeredPgrx(versions).join(', ')}.`;
  return { kind: 'invalid', message, field: 'pgrx' };
}

function unknownPostgres(
  { postgres, pgrx }: Toolchain,
  versions: Versions,
  field: 'postgres' | 'libraryOf',
): Refusal | null {
  const majors = versionsOf(versions, pgrx)?.postgres.map(({ major }) => major) ?? [];
  if (majors.includes(postgres)) return null;
  const withIt = pgrx === undefined ? '' : ` with pgrx ${pgrx}`;
  const message = `Postgres ${postgres} isn’t available${withIt} on this server. Available: ${majors.join(', ')}.`;
  return { kind: 'invalid', message, field };
}

/** The refusal of a mode that takes two containers by a session, which has one. */
export function notInSession(mode: RunMode): Refusal | null {
  if (mode !== 'loadElsewhere') return null;
  const message = 'This mode needs two separate containers. Use POST /api/v1/run.';
  return { kind: 'invalid', message, field: 'mode' };
}

/** The refusal of a mode that this server has no steps for, or null. */
export function unknownMode(mode: RunMode, modes: RunModes): Refusal | null {
  if (modes[mode]) return null;
  return { kind: 'invalid', message: `This server doesn’t support the mode "${mode}".`, field: 'mode' };
}
