import { randomBytes } from 'node:crypto';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { awaitedLater } from '../../base/contain.ts';
import type { BuildOptions, RunContext, StepEnd } from '../../ports/runPorts.ts';
import type { ExecFailure, SandboxPort, SandboxUsage } from '../../ports/sandboxPort.ts';
import type { BuildLimits } from '../buildLimits.ts';
import { manifestPath } from '../project/completeProject.ts';
import type { Manifest } from '../project/manifest.ts';
import { projectTar } from '../project/projectTar.ts';
import { buildEnvironment, compilingRunsCode } from '../scripts/buildScript.ts';
import { buildLimitMet } from './buildLimitMet.ts';
import { cargoFailure } from './cargoFailure.ts';
import { type BuildEnd, runBuild } from './runBuild.ts';

/** A project whose Cargo.toml has been checked, and what is to be done with it. */
export interface ScriptJob {
  port: SandboxPort;
  context: RunContext;
  /** The whole project, with what was filled in. */
  files: ProjectFiles;
  manifest: Manifest;
  limits: BuildLimits;
  /** Features and flags beyond those of a run. */
  options?: BuildOptions;
  /** What it is called when it takes too much. */
  what: 'build' | 'check';
  /** Called when it has been compiled, and something follows. */
  onCompiled?: () => void;
}

/** Runs a script that reads the project from stdin and compiles it; tells how that went. */
export async function runCargoScript(
  job: ScriptJob,
  argv: (mark: string) => string[],
): Promise<{ kind: 'compiled'; end: BuildEnd } | StepEnd> {
  const { port, context, files, manifest, limits } = job;
  const { sandbox, emit, signal } = context;
  const leavesNothing = compilingRunsCode(files, manifest);
  const began = performance.now();
  const usageBefore = awaitedLater(usage(job));
  const mark = randomBytes(12).toString('hex');
  const [tar, exec] = await Promise.all([
    projectTar(files),
    port.exec(sandbox, argv(mark), { cwd: '/work', env: buildEnvironment, signal, leavesNothing }),
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
      job.onCompiled?.();
    },
  });
  if (signal.aborted) return { kind: 'cancelled' };
  if (end.code === 0 && !end.stopped) {
    const { exit } = end;
    return exit.kind === 'lost' ? { kind: 'lost', message: exit.message } : { kind: 'compiled', end };
  }
  const stepEnd = await explain(job, end, await usageBefore);
  if (end.code !== 0 && stepEnd.kind !== 'lost') built(false);
  return stepEnd;
}

/** Tells why nothing was built. */
async function explain(job: ScriptJob, end: BuildEnd, before: SandboxUsage | null): Promise<StepEnd> {
  const { context, files, manifest, limits, what } = job;
  const { emit } = context;
  if (end.stopped === 'time') {
    const message =
      end.code === 0
        ? `Installing took over ${limits.installMs / 1000} s and was stopped.`
        : `The ${what} took over ${limits.buildMs / 1000} s and was stopped.`;
    emit({ type: 'limit', what: 'time', message });
    return { kind: 'limited', what: 'time' };
  }
  if (end.stopped === 'output') {
    const message = `The ${what} wrote more than ${limits.logBytes / 1024} KiB or ${limits.lines} lines of output and was stopped.`;
    emit({ type: 'limit', what: 'output', message });
    return { kind: 'limited', what: 'output' };
  }
  const code = end.code ?? (end.exit.kind === 'exited' ? end.exit.code : -1);
  const after = await usage(job);
  const limit = buildLimitMet({ said: end.said, code, before, after });
  if (limit) {
    emit(limit);
    return { kind: 'limited', what: limit.what };
  }
  if (end.exit.kind === 'lost') return { kind: 'lost', message: end.exit.message };
  if (end.errors === 0) emit(cargoFailure(end.said, files[manifestPath] ?? '', manifest));
  return { kind: 'failed' };
}

async function usage({ port, context }: ScriptJob): Promise<SandboxUsage | null> {
  const counted = await port.usage(context.sandbox);
  return counted.ok ? counted.value : null;
}

function notStarted({ kind, message }: ExecFailure, { emit }: RunContext): StepEnd {
  if (kind === 'cancelled') return { kind: 'cancelled' };
  if (kind !== 'processes') return { kind: 'lost', message };
  const text = 'Process limit reached; the build couldn’t start.';
  emit({ type: 'limit', what: 'processes', message: text });
  return { kind: 'limited', what: 'processes', sandboxUnusable: true };
}
