import type { Versions } from '../../protocol/versions.ts';
import type { CheckPort, RunContext } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { type BuildLimits, defaultBuildLimits } from './buildLimits.ts';
import { runCargoScript } from './cargo/runCargoScript.ts';
import { checkedProject } from './project/checkedProject.ts';
import type { Starter } from './project/completeProject.ts';
import { checkArgv } from './scripts/checkScript.ts';
import { prepareArgv } from './steps/compile.ts';
import { formatProject } from './steps/formatProject.ts';

export interface CheckOptions {
  starter: Starter;
  /** The crates that the image holds, once they are known. */
  crates: () => Versions['crates'];
  /** Further crates whose sources it has, by name. */
  vendored?: ReadonlyMap<string, string>;
  limits?: Partial<BuildLimits>;
}

/** A check takes half a second; what takes so long hangs, and a CPU with it. */
const checkMs = 20_000;

/** Checks, formats, and builds ahead in any sandbox that holds the session image. */
export function createCheckPort(
  port: SandboxPort,
  { starter, crates, vendored, limits }: CheckOptions,
): CheckPort {
  const all = { ...defaultBuildLimits, buildMs: checkMs, ...limits };
  const read = (context: RunContext, files: Parameters<CheckPort['check']>[1]) =>
    checkedProject(context, files, { starter, crates: crates(), vendored });
  return {
    async check(given, files, tool) {
      // What the tools say of their progress nobody reads.
      const context = without(given, ['log']);
      context.emit({ type: 'phase', phase: 'building' });
      const project = read(context, files);
      if (project.kind !== 'project') return project;
      const job = { port, context, ...project, limits: all, what: 'check' } as const;
      const end = await runCargoScript(job, (mark) => checkArgv(job, tool, mark));
      return end.kind === 'compiled' ? { kind: 'ok' } : end;
    },
    async prepare(given, files) {
      // The run that is to come says it.
      const context = without(given, ['log', 'diagnostic']);
      context.emit({ type: 'phase', phase: 'building' });
      const project = read(context, files);
      if (project.kind !== 'project') return project;
      const job = { port, context, ...project, limits: all, what: 'build' } as const;
      const end = await runCargoScript(job, (mark) => prepareArgv(job, mark));
      return end.kind === 'compiled' ? { kind: 'ok' } : end;
    },
    format(context, files) {
      context.emit({ type: 'phase', phase: 'building' });
      return formatProject(port, context, files, starter);
    },
  };
}

function without(context: RunContext, types: readonly string[]): RunContext {
  return {
    ...context,
    emit(event) {
      if (!types.includes(event.type)) context.emit(event);
    },
  };
}
