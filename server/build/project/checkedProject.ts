import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Versions } from '../../../protocol/versions.ts';
import type { RunContext, StepEnd } from '../../ports/runPorts.ts';
import { checkManifest } from './checkManifest.ts';
import { completeProject, manifestPath, type Starter } from './completeProject.ts';
import { withoutLeftOut } from './leftOut.ts';
import { type Manifest, type ManifestProblem, readManifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { withPgrxHere } from './pgrxHere.ts';
import { releaseIn, starterFor } from './starterFor.ts';

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

/** The whole project, with what was filled in, and its Cargo.toml; where that can't be built, it says why. */
export type CheckProject = (
  context: RunContext,
  given: ProjectFiles,
) => { kind: 'project'; files: ProjectFiles; manifest: Manifest } | StepEnd;

export function projectChecker({ starter, crates, vendored }: ProjectOffer): CheckProject {
  return (context, given) => {
    const { emit, sandbox } = context;
    const available = crates(sandbox.pgrx);
    const own = starterFor(starter, releaseIn(available));
    const files = completeProject(given, own);
    const text = files[manifestPath] ?? '';
    const manifest = readManifest(text);
    const offer = { postgres: sandbox.postgres, crates: available, vendored, majors: majorsOf(own) };
    const problems = manifest.ok
      ? checkManifest(text, manifest.value, offer)
      : [unreadable(text, manifest.error)];
    for (const problem of problems) emit(problem);
    if (!manifest.ok || problems.length > 0) return notBuilt(context);
    const here = withPgrxHere(files, manifest.value, offer.crates);
    const used = withoutLeftOut(here.files, manifest.value, offer);
    for (const warning of [...here.warnings, ...used.warnings]) emit(warning);
    return { kind: 'project', files: used.files, manifest: manifest.value };
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

function unreadable(text: string, { line, message, column }: ManifestProblem): Diagnostic {
  return manifestDiagnostic(text.split('\n'), line, message, { column });
}
