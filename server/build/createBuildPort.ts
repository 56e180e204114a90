import type { BuildPort } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { HarnessPort } from '../ports/testPorts.ts';
import { type BuildLimits, defaultBuildLimits } from './buildLimits.ts';
import { notBuilt, type ProjectOffer, projectChecker } from './project/checkedProject.ts';
import { completeProject } from './project/completeProject.ts';
import { projectCrates } from './project/projectCrates.ts';
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
        crate: project.crate,
        why: project.why,
        limits: all,
        options,
      });
    },
    async plainTests(context, given, names, onResult) {
      const files = completeProject(given, offer.starter);
      const crates = projectCrates(files);
      if (!crates.ok) return notBuilt(context);
      const { manifest, folder } = crates.value.built;
      const features = buildFeatures(manifest, context.sandbox.postgres, ['pg_test']);
      return plainTests({ port, context, files, features, folder, names, limits: all, onResult });
    },
  };
}
