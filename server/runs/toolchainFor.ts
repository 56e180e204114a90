import { pgrxFor } from '../../protocol/pgrxFor.ts';
import type { RunRequest } from '../../protocol/project.ts';
import { defaultMajor, type Versions, versionsOf } from '../../protocol/versions.ts';
import type { Toolchain } from '../ports/toolchain.ts';

/** What a project is run with, by what it and its request say. Whether there is such a container is asked after. */
export function toolchainFor(
  { postgres, pgrx, files }: Pick<RunRequest, 'postgres' | 'pgrx' | 'files'>,
  versions: Versions,
): Toolchain {
  const release = pgrxFor(versions, files, pgrx);
  return { postgres: postgres ?? defaultMajor(versionsOf(versions, release)) ?? 0, pgrx: release };
}
