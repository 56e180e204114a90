import type { Snippet, VersionChange } from '../../protocol/snippet.ts';
import type { ImageLocks } from '../ports/imageLocks.ts';
import { lockPackages } from './lockPackages.ts';

/** What a run here is made with. `postgres` is null where this server has not the snippet's major. */
export interface Installed extends ImageLocks {
  postgres: string | null;
  pgrx: string;
  rustc: string;
  image: string;
}

/**
 * The lock file that a run of a snippet here is to use; null for the image's own. One that asks for what the image has not
 * cannot be used: nothing is downloaded here.
 */
export function lockToUse({ files, lock }: Snippet, here: Installed): string | null {
  if ('Cargo.lock' in files || lock === here.lock) return null;
  const wanted = lockPackages(lock);
  const there = lockPackages(here.crates);
  const own = new Set(['my_extension', ...projectNames(files)]);
  const met = [...wanted].every(([name, versions]) => own.has(name) || hasAll(there.get(name), versions));
  return wanted.size > 0 && met ? lock : null;
}

/** The crates that a project itself is. */
function projectNames(files: Snippet['files']): string[] {
  return Object.values(files).flatMap((text) => /^name\s*=\s*"([\w-]+)"/m.exec(text)?.[1] ?? []);
}

function hasAll(versions: string | undefined, wanted: string): boolean {
  const had = new Set(versions?.split(', '));
  return wanted.split(', ').every((version) => had.has(version));
}

/** More than so many crates tell a reader nothing. */
const toldCrates = 12;

/**
 * What is another here than when a snippet was made, so that a page can say it before somebody wonders at a result.
 * Crates count only where the project brings no lock file of its own: then it is the image's that pins them.
 */
export function versionChanges(snippet: Snippet, here: Installed): VersionChange[] {
  const { madeWith, files } = snippet;
  const changes = [
    { what: 'Postgres', was: madeWith.postgres, is: here.postgres },
    { what: 'pgrx', was: madeWith.pgrx, is: here.pgrx },
    { what: 'rustc', was: madeWith.rustc, is: here.rustc },
    ...('Cargo.lock' in files || lockToUse(snippet, here) !== null
      ? []
      : crateChanges(snippet.lock, here.lock)),
  ].filter(({ was, is }) => was !== is);
  // An image is named by its content: where all else is the same, something small in it is not.
  if (changes.length === 0 && here.postgres !== null && madeWith.image !== here.image)
    changes.push({ what: 'session image', was: madeWith.image, is: here.image });
  return changes;
}

function crateChanges(lock: string, here: string): VersionChange[] {
  if (lock === here) return [];
  const installed = lockPackages(here);
  return [...lockPackages(lock)]
    .map(([what, was]) => ({ what, was, is: installed.get(what) ?? null }))
    .filter(({ was, is }) => was !== is)
    .slice(0, toldCrates);
}
