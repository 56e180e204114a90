import { releaseOf } from '../../docker/pgrxVersion.mjs';
import { pinnedPgrx, withPgrx } from '../../protocol/pgrxPins.ts';
import type { ProjectFiles } from '../../protocol/project.ts';

const path = 'Cargo.toml';

/**
 * The project's Cargo.toml for another release of pgrx; null where it names none. One that is the starter's otherwise is
 * made from the starter's again, so that going back to the first release leaves nothing edited.
 */
export function movedManifest(files: ProjectFiles, starter: ProjectFiles, pgrx: string): string | null {
  const text = files[path] ?? '';
  const pinned = pinnedPgrx(text);
  if (pinned === null) return null;
  const own = starter[path];
  const isStarters = own !== undefined && withPgrx(own, releaseOf(pinned.replace(/^=/, ''))) === text;
  return withPgrx(isStarters ? own : text, releaseOf(pgrx));
}
