import type { SandboxPort } from '../ports/sandboxPort.ts';
import { createContainer } from './container/createContainer.ts';
import { listContainers } from './container/listContainers.ts';
import { removeContainer } from './container/removeContainer.ts';
import { setMemory } from './container/setMemory.ts';
import type { DockerSandboxOptions } from './dockerSandboxOptions.ts';
import { connectDockerEngine } from './engine/dockerEngine.ts';
import { engineCapacity } from './engine/engineCapacity.ts';
import { GoneWatch } from './engine/GoneWatch.ts';
import { JobNames } from './jobs/JobNames.ts';
import { jobExec } from './jobs/jobExec.ts';
import { SpareJobs } from './jobs/SpareJobs.ts';
import { containerUsage } from './usage/containerUsage.ts';

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
