import type { Versions } from '../../protocol/versions.ts';
import type { BuildPort, RunContext, StepEnd } from '../sessions/runPorts.ts';
import type { SandboxPort } from '../sessions/sandboxPort.ts';
import type { HarnessPort } from '../sessions/testPorts.ts';
import { type BuildLimits, defaultBuildLimits } from './buildLimits.ts';
import { buildFeatures } from './buildScript.ts';
import { checkManifest } from './checkManifest.ts';
import { compile } from './compile.ts';
import { completeProject, manifestPath, type Starter } from './completeProject.ts';
import { readManifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { plainTests } from './plainTests.ts';

export interface BuildOptions {
  /** The starter crate's files, by their paths in it. */
  starter: Starter;
  /** The crates that the image holds; where it is empty, cargo answers for those that are not there. */
  crates: Versions['crates'];
  limits?: Partial<BuildLimits>;
}

/** Builds and installs projects in any sandbox that holds the session image. */
export function createBuildPort(
  port: SandboxPort,
  { starter, crates, limits }: BuildOptions,
): BuildPort & HarnessPort {
  const all = { ...defaultBuildLimits, ...limits };
  return {
    async build(context, given, wish = {}) {
      context.emit({ type: 'phase', phase: 'building' });
      const files = completeProject(given, starter);
      const text = files[manifestPath] ?? '';
      const manifest = readManifest(text);
      if (!manifest.ok) {
        const { line, column, message } = manifest.error;
        context.emit(manifestDiagnostic(text, line, message, column));
        return notBuilt(context);
      }
      const problems = checkManifest(text, manifest.value, { postgres: context.sandbox.postgres, crates });
      for (const problem of problems) context.emit(problem);
      if (problems.length > 0) return notBuilt(context);
      return compile({ port, context, files, manifest: manifest.value, limits: all, wish });
    },
    async plainTests(context, given, names, onResult) {
      const manifest = readManifest(completeProject(given, starter)[manifestPath] ?? '');
      if (!manifest.ok) return notBuilt(context);
      const features = buildFeatures(manifest.value, context.sandbox.postgres, ['pg_test']);
      return plainTests({ port, context, features, names, limits: all, onResult });
    },
  };
}

function notBuilt({ emit }: RunContext): StepEnd {
  emit({ type: 'build', ok: false, ms: 0 });
  return { kind: 'failed' };
}
