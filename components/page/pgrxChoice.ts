import { pgrxFor } from '../../protocol/pgrxFor.ts';
import { pinnedPgrx } from '../../protocol/pgrxPins.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { offeredPgrx, type PgrxVersions, type Versions, versionsOf } from '../../protocol/versions.ts';
import type { SessionData } from '../session/state/sessionState.ts';

/** A release of pgrx in the list of those that Run can use; `missing` says why this one cannot be chosen. */
export interface PgrxOption {
  version: string;
  missing: string | null;
}

export interface PgrxChoice {
  /** The default first, with one that a draft has chosen and that is not there. One alone is nothing to choose from. */
  options: PgrxOption[];
  /** Which of them Run uses. */
  current: PgrxOption;
  /** What there is with it. */
  versions: PgrxVersions;
  /** Cargo.toml says it, and is changed by a choice. */
  pinned: boolean;
}

/** What there is to choose from, and which release of pgrx Run uses: the project’s, else the chosen one. */
export function pgrxChoice(versions: Versions, files: ProjectFiles, chosen: string | null): PgrxChoice {
  const options: PgrxOption[] = offeredPgrx(versions).map((version) => ({ version, missing: null }));
  if (chosen !== null && !versionsOf(versions, chosen))
    options.push({ version: chosen, missing: 'isn’t available on this server' });
  const release = pgrxFor(versions, files, chosen);
  // A run that names what is not there is refused, whatever its project pins.
  const used = options.find(({ missing }) => missing)?.version ?? release ?? versions.pgrx;
  const current = options.find(({ version }) => version === used) ?? { version: used, missing: null };
  const pinned = pinnedPgrx(files['Cargo.toml'] ?? '') !== null;
  return { options, current, versions: versionsOf(versions, release) ?? versions, pinned };
}

/** The pgrx of a container that the next Run gives up, because it runs with another; null where it does not. */
export function pgrxLeftBehind(
  { container, pgrx, versions }: Pick<SessionData, 'container' | 'pgrx' | 'versions'>,
  choice: PgrxChoice | null,
): string | null {
  const had = pgrx ?? versions?.pgrx ?? null;
  const isAnother =
    container === 'ready' && choice !== null && !choice.current.missing && had !== choice.current.version;
  return isAnother ? had : null;
}
