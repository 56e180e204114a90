import type { Versions } from '../../protocol/versions.ts';
import type { SessionData } from '../session/state/sessionState.ts';

/** A Postgres in the list of those that Run can use; `missing` says why this one cannot be chosen. */
export interface PostgresOption {
  major: number;
  /** `18.6`, or the major alone where there is no more to be known. */
  version: string;
  missing: string | null;
}

const notBuilt = 'image is still building';
const notHere = 'isn’t available on this server';

/**
 * What there is to choose from, the default first, with those that are still to come and one that a draft or a link has
 * chosen and that is not there; and which of them Run uses.
 */
export function postgresChoice(
  { postgres, coming = [] }: Pick<Versions, 'postgres' | 'coming'>,
  chosen: number | null,
): { options: PostgresOption[]; current: PostgresOption | null } {
  const options: PostgresOption[] = [
    ...postgres.map((one) => ({ ...one, missing: null })),
    ...coming.map((major) => ({ major, version: String(major), missing: notBuilt })),
  ];
  if (chosen !== null && !options.some(({ major }) => major === chosen))
    options.push({ major: chosen, version: String(chosen), missing: notHere });
  const current = options.find(({ major }) => major === chosen) ?? options[0] ?? null;
  return { options, current };
}

/** The major of a container that the next Run gives up, because it runs on another; null where it does not. */
export function leftBehind(
  { container, postgres }: Pick<SessionData, 'container' | 'postgres'>,
  current: PostgresOption | null,
): number | null {
  const isAnother =
    container === 'ready' && current !== null && !current.missing && postgres !== current.major;
  return isAnother ? postgres : null;
}
