import type { BuildPort } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { HarnessPort } from '../ports/testPorts.ts';
import { type BuildLimits, defaultBuildLimits } from './buildLimits.ts';
import { notBuilt, type ProjectOffer, projectChecker } from './project/checkedProject.ts';
import { completeProject, manifestPath } from './project/completeProject.ts';
import { readManifest } from './project/manifest.ts';
import { buildFeatures } from './scripts/buildScript.ts';
import { compile } from './steps/compile.ts';
import { plainTests } from './steps/plainTests.ts';

/** What builds and checks go by. */
export interface BuildPortOptions extends ProjectOffer {
  limits?: Partial<BuildLimits>;
}

/** Builds and installs projects in any sandbox that holds the session image. */
export function createBuildPort(
  port: SandboxPort,
  { limits, ...offer }: BuildPortOptions,
): BuildPort & HarnessPort {
  const checkedProject = projectChecker(offer);
  const all = { ...defaultBuildLimits, ...limits };
  return {
    async build(context, given, options = {}) {
      context.emit({ type: 'phase', phase: 'building' });
      const project = checkedProject(context, given);
      if (project.kind !== 'project') return project;
      return compile({
        port,
        context,
        files: project.files,
        manifest: project.manifest,
        limits: all,
        options,
      });
    },
    async plainTests(context, given, names, onResult) {
      const manifest = readManifest(completeProject(given, offer.starter)[manifestPath] ?? '');
      if (!manifest.ok) return notBuilt(context);
      const features = buildFeatures(manifest.value, context.sandbox.postgres, ['pg_test']);
      return plainTests({ port, context, features, names, limits: all, onResult });
    },
  };
}
