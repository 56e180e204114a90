import type { CheckPort, RunContext } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { defaultBuildLimits } from './buildLimits.ts';
import { runCargoScript } from './cargo/runCargoScript.ts';
import type { BuildPortOptions } from './createBuildPort.ts';
import { projectChecker } from './project/checkedProject.ts';
import { checkArgv } from './scripts/checkScript.ts';
import { prepareArgv } from './steps/compile.ts';
import { formatProject } from './steps/formatProject.ts';

/** A check takes half a second; what takes so long hangs, and a CPU with it. */
const checkMs = 20_000;

/** Checks, formats, and builds ahead in any sandbox that holds the session image. */
export function createCheckPort(port: SandboxPort, { limits, ...offer }: BuildPortOptions): CheckPort {
  const all = { ...defaultBuildLimits, buildMs: checkMs, dependenciesMs: checkMs, ...limits };
  const checkedProject = projectChecker(offer);
  return {
    async check(given, files, tool) {
      // What the tools say of their progress nobody reads.
      const context = without(given, ['log', 'compiling']);
      context.emit({ type: 'phase', phase: 'building' });
      const project = checkedProject(context, files);
      if (project.kind !== 'project') return project;
      const job = { port, context, ...project, limits: all, what: 'check' } as const;
      const end = await runCargoScript(job, (mark) => checkArgv(job, tool, mark));
      return end.kind === 'compiled' ? { kind: 'ok' } : end;
    },
    async prepare(given, files) {
      // The run that is to come says it.
      const context = without(given, ['log', 'compiling', 'diagnostic']);
      context.emit({ type: 'phase', phase: 'building' });
      const project = checkedProject(context, files);
      if (project.kind !== 'project') return project;
      const job = { port, context, ...project, limits: all, what: 'build' } as const;
      const end = await runCargoScript(job, (mark) => prepareArgv(job, mark));
      return end.kind === 'compiled' ? { kind: 'ok' } : end;
    },
    format(context, files) {
      context.emit({ type: 'phase', phase: 'building' });
      return formatProject(port, context, files, offer.starter);
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
