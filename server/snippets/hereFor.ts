import type { Snippet } from '../../protocol/snippet.ts';
import { type Versions, versionsOf } from '../../protocol/versions.ts';
import type { ImageLocks } from '../ports/imageLocks.ts';
import { type Images, type Toolchain, toolchainKey } from '../ports/toolchain.ts';
import { toolchainFor } from '../runs/toolchainFor.ts';
import type { Installed } from './versionChanges.ts';

/** What a snippet runs with here, and what that is made of. */
export interface Here {
  toolchain: Toolchain;
  installed: Installed;
}

interface HereDeps {
  versions: Versions | null;
  images: Images;
  locksOf: (pgrx: string | undefined) => ImageLocks;
}

/**
 * Where a snippet is run here: with the pgrx that it was made with as long as that is offered, else with the default. Null
 * while the server does not know yet what it has.
 */
export function hereFor(
  { postgres, files, madeWith }: Snippet,
  { versions, images, locksOf }: HereDeps,
): Here | null {
  if (!versions) return null;
  const toolchain = toolchainFor({ postgres, files, pgrx: madeWith.pgrx }, versions);
  const { pgrx, rustc, postgres: majors } = versionsOf(versions, toolchain.pgrx) ?? versions;
  const installed = {
    postgres: majors.find(({ major }) => major === postgres)?.version ?? null,
    pgrx,
    rustc,
    image: images[toolchainKey(toolchain)] ?? '',
    ...locksOf(toolchain.pgrx),
  };
  return { toolchain, installed };
}
