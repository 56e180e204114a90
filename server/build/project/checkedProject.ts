import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Versions } from '../../../protocol/versions.ts';
import type { RunContext, StepEnd } from '../../ports/runPorts.ts';
import type { Crate } from './Crate.ts';
import { checkManifest } from './checkManifest.ts';
import { completeProject, manifestPath, type Starter } from './completeProject.ts';
import { withoutLeftOut } from './leftOut.ts';
import { readManifest } from './manifest.ts';
import { withNewerResolver } from './newerResolver.ts';
import { withPgrxHere } from './pgrxHere.ts';
import { projectCrates } from './projectCrates.ts';
import { releaseIn, starterFor } from './starterFor.ts';
import { whyCompiled } from './whyCompiled.ts';

/** What a project can be built with. */
export interface ProjectOffer {
  /** The starter crate's files, by their paths in it. */
  starter: Starter;
  /**
   * The crates that the images with a pgrx offer, the default without one, once they are known; where there are none, cargo
   * answers for those that are not there.
   */
  crates: (pgrx?: string) => Versions['crates'];
  /** Further crates whose sources it has, by name. */
  vendored?: ReadonlyMap<string, string>;
}

/** A whole project, with what was filled in, and the crate of it that becomes the extension. */
export interface CheckedProject {
  kind: 'project';
  files: ProjectFiles;
  crate: Crate;
  /** Why dependencies would have to be compiled, if they have to be. */
  why: string;
}

/** The project as it can be built; where it can't be, it says why. */
export type CheckProject = (context: RunContext, given: ProjectFiles) => CheckedProject | StepEnd;

export function projectChecker({ starter, crates, vendored }: ProjectOffer): CheckProject {
  return (context, given) => {
    const { emit, sandbox } = context;
    const available = crates(sandbox.pgrx);
    const own = starterFor(starter, releaseIn(available));
    const files = completeProject(given, own);
    const found = projectCrates(files);
    if (!found.ok) {
      for (const problem of found.error) emit(problem);
      return notBuilt(context);
    }
    const { built, others } = found.value;
    const folders = new Set([built, ...others].map(({ folder }) => folder));
    const majors = majorsOf(own);
    const offer = { postgres: sandbox.postgres, crates: available, vendored, majors, folders };
    const problems = [
      ...checkManifest(built, offer),
      ...others.flatMap((crate) => checkManifest(crate, offer, false)),
    ];
    for (const problem of problems) emit(problem);
    if (problems.length > 0) return notBuilt(context);
    let used = files;
    for (const crate of [built, ...others]) {
      const here = withPgrxHere(used, crate, offer.crates);
      const kept = withoutLeftOut(here.files, crate, offer);
      for (const warning of [...here.warnings, ...kept.warnings]) emit(warning);
      used = kept.files;
    }
    const root = [built, ...others].find(({ folder }) => folder === '');
    const resolved = root ? withNewerResolver(used, root) : { files: used, warnings: [] };
    for (const warning of resolved.warnings) emit(warning);
    const why = whyCompiled(files, [built, ...others], offer);
    return { kind: 'project', files: resolved.files, crate: built, why };
  };
}

/** The majors that pgrx knows: `cargo pgrx new` writes a feature for each. */
function majorsOf(starter: Starter): number[] {
  const manifest = readManifest(starter[manifestPath] ?? '');
  const features = manifest.ok ? Object.keys(manifest.value.features) : [];
  return features
    .flatMap((name) => (/^pg\d+$/.test(name) ? Number(name.slice(2)) : []))
    .sort((a, b) => a - b);
}

/** What is wrong was told before; nothing was compiled. */
export function notBuilt({ emit }: RunContext): StepEnd {
  emit({ type: 'build', ok: false, ms: 0 });
  return { kind: 'failed' };
}
