import type { Versions } from '../../protocol/versions.ts';
import type { BuildPort } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { HarnessPort } from '../ports/testPorts.ts';
import { type BuildLimits, defaultBuildLimits } from './buildLimits.ts';
import { checkedProject, notBuilt } from './project/checkedProject.ts';
import { completeProject, manifestPath, type Starter } from './project/completeProject.ts';
import { readManifest } from './project/manifest.ts';
import { buildFeatures } from './scripts/buildScript.ts';
import { compile } from './steps/compile.ts';
import { plainTests } from './steps/plainTests.ts';

export interface BuildPortOptions {
  /** The starter crate's files, by their paths in it. */
  starter: Starter;
  /** The crates that the image holds, once they are known; where there are none, cargo answers for those that are not there. */
  crates: () => Versions['crates'];
  /** Further crates whose sources it has, by name. */
  vendored?: ReadonlyMap<string, string>;
  limits?: Partial<BuildLimits>;
}

/** Builds and installs projects in any sandbox that holds the session image. */
export function createBuildPort(
  port: SandboxPort,
  { starter, crates, vendored, limits }: BuildPortOptions,
): BuildPort & HarnessPort {
  const all = { ...defaultBuildLimits, ...limits };
  return {
    async build(context, given, options = {}) {
      context.emit({ type: 'phase', phase: 'building' });
      const project = checkedProject(context, given, { starter, crates: crates(), vendored });
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
      const manifest = readManifest(completeProject(given, starter)[manifestPath] ?? '');
      if (!manifest.ok) return notBuilt(context);
      const features = buildFeatures(manifest.value, context.sandbox.postgres, ['pg_test']);
      return plainTests({ port, context, features, names, limits: all, onResult });
    },
  };
}
