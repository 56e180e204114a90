import { randomBytes } from 'node:crypto';
import { awaitedLater } from '../../base/contain.ts';
import type { RunContext, StepEnd } from '../../ports/runPorts.ts';
import type { ExecFailure } from '../../ports/sandboxPort.ts';
import { projectTar } from '../project/projectTar.ts';
import { buildEnvironment, compilingRunsCode } from '../scripts/buildScript.ts';
import { progressEnvironment } from './CargoProgress.ts';
import { type BuildEnd, runBuild } from './runBuild.ts';
import type { ScriptJob } from './scriptJob.ts';
import { usageOf, whyNotBuilt } from './whyNotBuilt.ts';

/** Runs a script that reads the project from stdin and compiles it; tells how that went. */
export async function runCargoScript(
  job: ScriptJob,
  argv: (mark: string) => string[],
): Promise<{ kind: 'compiled'; end: BuildEnd } | StepEnd> {
  const { port, context, files, crate, limits } = job;
  const { sandbox, emit, signal } = context;
  const leavesNothing = compilingRunsCode(files, crate.manifest);
  const began = performance.now();
  const usageBefore = awaitedLater(usageOf(job));
  const mark = randomBytes(12).toString('hex');
  const [tar, exec] = await Promise.all([
    projectTar(files),
    port.exec(sandbox, argv(mark), {
      cwd: '/work',
      env: { ...buildEnvironment, ...progressEnvironment },
      signal,
      leavesNothing,
    }),
  ]);
  if (!exec.ok) return notStarted(exec.error, context);
  exec.value.stdin.on('error', () => {});
  exec.value.stdin.end(tar);

  const built = (ok: boolean) => emit({ type: 'build', ok, ms: performance.now() - began });
  const end = await runBuild(exec.value, {
    files,
    mark,
    limits,
    why: job.why,
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
  const stepEnd = await whyNotBuilt(job, end, await usageBefore);
  if (end.code !== 0 && stepEnd.kind !== 'lost') built(false);
  return stepEnd;
}

function notStarted({ kind, message }: ExecFailure, { emit }: RunContext): StepEnd {
  if (kind === 'cancelled') return { kind: 'cancelled' };
  if (kind !== 'processes') return { kind: 'lost', message };
  const text = 'Process limit reached; the build couldn’t start.';
  emit({ type: 'limit', what: 'processes', message: text });
  return { kind: 'limited', what: 'processes', sandboxUnusable: true };
}
