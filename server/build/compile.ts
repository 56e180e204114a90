import { randomBytes } from 'node:crypto';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { BuildWish, Installed, RunContext, StepEnd } from '../sessions/runPorts.ts';
import type { ExecFailure, SandboxPort, SandboxUsage } from '../sessions/sandboxPort.ts';
import { buildLimitMet } from './buildLimitMet.ts';
import type { BuildLimits } from './buildLimits.ts';
import {
  buildEnvironment,
  buildFeatures,
  buildScript,
  compilesAlone,
  extensionName,
  libraryPath,
} from './buildScript.ts';
import { cargoFailure } from './cargoFailure.ts';
import { manifestPath } from './completeProject.ts';
import { installedFrom } from './installedFrom.ts';
import type { Manifest } from './manifest.ts';
import { projectPaths, projectTar } from './projectTar.ts';
import { type BuildEnd, runBuild } from './runBuild.ts';

export interface Compilation {
  port: SandboxPort;
  context: RunContext;
  /** The whole project, with what was filled in. */
  files: ProjectFiles;
  manifest: Manifest;
  limits: BuildLimits;
  wish: BuildWish;
}

/** Writes, compiles and installs a project whose Cargo.toml has been checked. */
export async function compile(
  compilation: Compilation,
): Promise<{ kind: 'installed'; installed: Installed } | StepEnd> {
  const { port, context, files, manifest, limits, wish } = compilation;
  const { sandbox, emit, signal } = context;
  const began = performance.now();
  const usageBefore = usage(compilation);
  const mark = randomBytes(12).toString('hex');
  const told = [
    mark,
    libraryPath(manifest),
    buildFeatures(manifest, sandbox.postgres, wish.features ?? []),
    extensionName(files, manifest),
    compilesAlone(files, manifest) ? 'yes' : 'no',
    (wish.flags ?? []).join(' '),
  ];
  const argv = ['sh', '-c', buildScript, 'sh', ...told, ...projectPaths(files)];
  const [tar, exec] = await Promise.all([
    projectTar(files),
    port.exec(sandbox, argv, { cwd: '/work', env: buildEnvironment, signal }),
  ]);
  if (!exec.ok) return notStarted(exec.error, context);
  exec.value.stdin.on('error', () => {});
  exec.value.stdin.end(tar);

  const built = (ok: boolean) => emit({ type: 'build', ok, ms: performance.now() - began });
  const end = await runBuild(exec.value, {
    files,
    mark,
    limits,
    emit,
    onCargoEnd(code) {
      if (code !== 0) return;
      built(true);
      emit({ type: 'phase', phase: 'installing' });
    },
  });
  if (signal.aborted) return { kind: 'cancelled' };
  if (end.code === 0 && !end.stopped) return installedFrom(end.answer, { files, emit, failure: end.said });
  const stepEnd = await explain(compilation, end, await usageBefore);
  if (end.code !== 0 && stepEnd.kind !== 'lost') built(false);
  return stepEnd;
}

/** Tells why nothing was built. */
async function explain(
  compilation: Compilation,
  end: BuildEnd,
  before: SandboxUsage | null,
): Promise<StepEnd> {
  const { context, files, manifest, limits } = compilation;
  const { emit } = context;
  if (end.stopped === 'time') {
    const message =
      end.code === 0
        ? `Installing took over ${limits.installMs / 1000} s and was stopped.`
        : `The build took over ${limits.buildMs / 1000} s and was stopped.`;
    emit({ type: 'limit', what: 'time', message });
    return { kind: 'limited', what: 'time' };
  }
  if (end.stopped === 'output') {
    const message = `The build said more than ${limits.logBytes / 1024} KiB and was stopped.`;
    emit({ type: 'limit', what: 'output', message });
    return { kind: 'limited', what: 'output' };
  }
  const code = end.code ?? (end.exit.kind === 'exited' ? end.exit.code : -1);
  const after = await usage(compilation);
  const limit = buildLimitMet({ said: end.said, code, before, after });
  if (limit) {
    emit(limit);
    return { kind: 'limited', what: limit.what };
  }
  if (end.exit.kind === 'lost') return { kind: 'lost', message: end.exit.message };
  if (end.errors === 0) emit(cargoFailure(end.said, files[manifestPath] ?? '', manifest));
  return { kind: 'failed' };
}

async function usage({ port, context }: Compilation): Promise<SandboxUsage | null> {
  const counted = await port.usage(context.sandbox);
  return counted.ok ? counted.value : null;
}

function notStarted({ kind, message }: ExecFailure, { emit }: RunContext): StepEnd {
  if (kind === 'cancelled') return { kind: 'cancelled' };
  if (kind !== 'processes') return { kind: 'lost', message };
  const text = 'The session has as many processes as it may have, so that the build could not be started.';
  emit({ type: 'limit', what: 'processes', message: text });
  return { kind: 'limited', what: 'processes', sandboxUnusable: true };
}
