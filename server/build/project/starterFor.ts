import { releaseOf } from '../../../docker/pgrxVersion.mjs';
import { pinnedPgrx, withPgrx } from '../../../protocol/pgrxPins.ts';
import { manifestPath, type Starter } from './completeProject.ts';

/** The starter crate for a release of pgrx: what a project leaves out is filled in with what its container has. */
export function starterFor(starter: Starter, pgrx: string | undefined): Starter {
  const manifest = starter[manifestPath] ?? '';
  if (pgrx === undefined || pinnedPgrx(manifest) === `=${pgrx}`) return starter;
  return { ...starter, [manifestPath]: withPgrx(manifest, releaseOf(pgrx)) };
}

/** The release of pgrx among the crates that an image offers; undefined where that is not known. */
export function releaseIn(crates: readonly { name: string; version: string }[]): string | undefined {
  return crates.find(({ name }) => name === 'pgrx')?.version;
}
