import type { ProjectFiles } from '../../protocol/project.ts';
import type { Versions } from '../../protocol/versions.ts';
import { completeProject, type Starter } from '../build/project/completeProject.ts';
import type { Manifest } from '../build/project/manifest.ts';
import { withPgrxHere } from '../build/project/pgrxHere.ts';
import { projectCrates } from '../build/project/projectCrates.ts';
import { releaseIn, starterFor } from '../build/project/starterFor.ts';

/** A project as a run would build it, and the Cargo.toml of its extension; null where that can't be built. */
export function projectAsBuilt(
  given: ProjectFiles,
  starter: Starter,
  crates: Versions['crates'],
): { files: ProjectFiles; manifest: Manifest | null } {
  let files = completeProject(given, starterFor(starter, releaseIn(crates)));
  const found = projectCrates(files);
  if (!found.ok) return { files, manifest: null };
  const { built, others } = found.value;
  for (const crate of [built, ...others]) files = withPgrxHere(files, crate, crates).files;
  return { files, manifest: built.manifest };
}
