import type { SandboxPort } from '../sessions/sandboxPort.ts';
import { containerUsage } from './containerUsage.ts';
import { createContainer } from './createContainer.ts';
import { connectDockerEngine } from './dockerEngine.ts';
import type { DockerSandboxOptions } from './dockerSandboxOptions.ts';
import { engineCapacity } from './engineCapacity.ts';
import { GoneWatch } from './GoneWatch.ts';
import { JobNames } from './JobNames.ts';
import { jobExec } from './jobExec.ts';
import { listContainers } from './listContainers.ts';
import { removeContainer } from './removeContainer.ts';
import { SpareJobs } from './SpareJobs.ts';
import { setMemory } from './setMemory.ts';

/** Sandboxes as containers of the Docker Engine that `DOCKER_HOST` names, or of the local one. */
export function dockerSandbox(options: DockerSandboxOptions): SandboxPort {
  const engine = connectDockerEngine(options.callMs);
  const watch = new GoneWatch(engine);
  const names = new JobNames();
  const spares = new SpareJobs(engine, names, options.spareJobs);
  return {
    async create(spec, signal) {
      const created = await createContainer(engine, options, spec, signal);
      if (created.ok) spares.noteStart(created.value.id);
      return created;
    },
    list: (labels) => listContainers(engine, labels),
    exec: (sandbox, argv, execOptions = {}) =>
      jobExec({ engine, names, spares }, sandbox.id, argv, execOptions),
    destroy(sandbox) {
      watch.forget(sandbox.id);
      spares.forget(sandbox.id);
      return removeContainer(engine, sandbox.id);
    },
    addMemory: (sandbox, bytes) => setMemory(engine, sandbox.id, options.memoryBytes + bytes),
    usage: (sandbox) => containerUsage(engine, sandbox.id),
    onGone: (sandbox, gone) => watch.watch(sandbox.id, gone),
    capacity: () => engineCapacity(engine, options.images),
    async close() {
      watch.close();
      spares.close();
      engine.close();
    },
  };
}
