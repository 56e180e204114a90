import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Versions } from '../../../protocol/versions.ts';
import type { RunContext, StepEnd } from '../../ports/runPorts.ts';
import { checkManifest } from './checkManifest.ts';
import { completeProject, manifestPath, type Starter } from './completeProject.ts';
import { type Manifest, type ManifestProblem, readManifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { withPgrxHere } from './pgrxHere.ts';

/** What a project can be built with. */
export interface ProjectOffer {
  starter: Starter;
  /** The crates that the image offers; empty where that is not known. */
  crates: Versions['crates'];
  /** All crates whose sources it has, by name. */
  vendored: ReadonlyMap<string, string> | undefined;
}

/** The whole project, with what was filled in, and its Cargo.toml; where that can't be built, it says why. */
export function checkedProject(
  context: RunContext,
  given: ProjectFiles,
  { starter, crates, vendored }: ProjectOffer,
): { kind: 'project'; files: ProjectFiles; manifest: Manifest } | StepEnd {
  const { emit, sandbox } = context;
  const files = completeProject(given, starter);
  const text = files[manifestPath] ?? '';
  const manifest = readManifest(text);
  const problems = manifest.ok
    ? checkManifest(text, manifest.value, {
        postgres: sandbox.postgres,
        crates,
        vendored,
        majors: majorsOf(starter),
      })
    : [unreadable(text, manifest.error)];
  for (const problem of problems) emit(problem);
  if (!manifest.ok || problems.length > 0) return notBuilt(context);
  const here = withPgrxHere(files, manifest.value, crates);
  for (const warning of here.warnings) emit(warning);
  return { kind: 'project', files: here.files, manifest: manifest.value };
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
