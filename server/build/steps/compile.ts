import type { Installed, StepEnd } from '../../ports/runPorts.ts';
import { runCargoScript } from '../cargo/runCargoScript.ts';
import type { ScriptJob } from '../cargo/scriptJob.ts';
import {
  buildFeatures,
  buildScript,
  compileScript,
  compilesAlone,
  extensionName,
  libraryPath,
} from '../scripts/buildScript.ts';
import { atLeastPriority } from '../scripts/leastPriority.ts';
import { installedFrom } from './installedFrom.ts';

/** Writes, compiles and installs a project whose Cargo.toml has been checked. */
export async function compile(
  given: Omit<ScriptJob, 'what' | 'onCompiled'>,
): Promise<{ kind: 'installed'; installed: Installed } | StepEnd> {
  const { emit } = given.context;
  const job: ScriptJob = {
    ...given,
    what: 'build',
    onCompiled: () => emit({ type: 'phase', phase: 'installing' }),
  };
  const ended = await runCargoScript(job, (mark) => scriptArgv(buildScript, job, mark));
  if (ended.kind !== 'compiled') return ended;
  const { answer, said } = ended.end;
  return installedFrom(answer, { files: given.files, folder: given.crate.folder, emit, failure: said });
}

/** The command that leaves a project compiled as `compile` would compile it. */
export function prepareArgv(job: ScriptJob, mark: string): string[] {
  return [...atLeastPriority, ...scriptArgv(compileScript, job, mark)];
}

function scriptArgv(
  script: string,
  { files, crate, context, options = {} }: ScriptJob,
  mark: string,
): string[] {
  const { manifest, folder } = crate;
  const told = [
    mark,
    libraryPath(manifest),
    buildFeatures(manifest, context.sandbox.postgres, options.features ?? []),
    extensionName(files, crate),
    compilesAlone(files, manifest) ? 'yes' : 'no',
    (options.flags ?? []).join(' '),
    folder,
  ];
  return ['sh', '-c', script, 'sh', ...told];
}
