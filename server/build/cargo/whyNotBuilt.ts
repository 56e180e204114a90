import type { StepEnd } from '../../ports/runPorts.ts';
import type { SandboxUsage } from '../../ports/sandboxPort.ts';
import { buildLimitMet } from './buildLimitMet.ts';
import { cargoFailure } from './cargoFailure.ts';
import type { BuildEnd } from './runBuild.ts';
import type { ScriptJob } from './scriptJob.ts';

/** Tells why nothing was built: which limit was met, or what cargo said. `before` is what the container had used. */
export async function whyNotBuilt(
  job: ScriptJob,
  end: BuildEnd,
  before: SandboxUsage | null,
): Promise<StepEnd> {
  const { context, crate, limits, what, why } = job;
  const { emit } = context;
  if (end.stopped === 'time') {
    const message =
      end.code === 0
        ? `Installing took over ${limits.installMs / 1000} s and was stopped.`
        : end.compiledDependencies
          ? `Compiling dependencies took over ${limits.dependenciesMs / 1000} s and was stopped. ${why} What is compiled is kept: run it again to go on.`
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
  const after = await usageOf(job);
  const limit = buildLimitMet({ said: end.said, code, before, after });
  if (limit) {
    emit(limit);
    return { kind: 'limited', what: limit.what };
  }
  if (end.exit.kind === 'lost') return { kind: 'lost', message: end.exit.message };
  if (end.errors === 0) emit(cargoFailure(end.said, crate));
  return { kind: 'failed' };
}

/** What the container has used; null where nobody knows. */
export async function usageOf({ port, context }: ScriptJob): Promise<SandboxUsage | null> {
  const counted = await port.usage(context.sandbox);
  return counted.ok ? counted.value : null;
}
