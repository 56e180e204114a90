import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { imageList } from '../../server/config/settingTypes.ts';
import { ownerLabel } from '../../server/ports/labels.ts';
import type { Sandbox, SandboxPort } from '../../server/ports/sandboxPort.ts';
import { type Toolchain, toolchainOf } from '../../server/ports/toolchain.ts';
import { dockerSandbox } from '../../server/sandbox/dockerSandbox.ts';
import {
  type DockerSandboxOptions,
  dockerSandboxDefaults,
} from '../../server/sandbox/dockerSandboxOptions.ts';
import { testOwner } from './testOwner.ts';

/** The images that tests of real containers use, by toolchain. */
export const testImages = imageList.parse(process.env.PLAYGROUND_IMAGE ?? 'pgrx-playground:dev').tags;
/** That of the default major. */
export const testImage = testImages[17] ?? '';
/** What there is an image of. */
export const testToolchains = Object.keys(testImages).map(toolchainOf);
/** The majors that tests of what depends on the major are run on. */
export const testMajors = testToolchains.flatMap(({ postgres, pgrx }) =>
  pgrx === undefined ? postgres : [],
);

/** A sandbox port for a test suite, with the labels that the suite's containers carry. */
export interface Subject extends AsyncDisposable {
  readonly port: SandboxPort;
  readonly labels: Record<string, string>;
  readonly toolchains: readonly Toolchain[];
  /** A new sandbox; what is still there at the end is removed. Throws where there is none to be had. */
  start(postgres?: number): Promise<Sandbox>;
}

/** The Docker Engine of this machine, with the settings of a session. */
export function dockerSubject(suite: string, changes: Partial<DockerSandboxOptions> = {}): Subject {
  const port = dockerSandbox({
    ...dockerSandboxDefaults,
    images: testImages,
    seccompProfile: readFileSync(new URL('../../docker/seccomp.json', import.meta.url), 'utf8'),
    ...changes,
  });
  return subject(port, suite, testToolchains);
}

/** Wraps a port for the use of a suite: label `pgrx-playground=test-…`, by which leftovers are found. */
export function subject(
  port: SandboxPort,
  suite: string,
  toolchains: readonly Toolchain[] = [{ postgres: 17 }],
): Subject {
  const labels = { [ownerLabel]: testOwner(`${suite}-${randomBytes(4).toString('hex')}`) };
  return {
    port,
    labels,
    toolchains,
    async start(postgres = 17) {
      const created = await port.create({ postgres, labels });
      if (!created.ok) throw new Error(created.error.message);
      return created.value;
    },
    async [Symbol.asyncDispose]() {
      const left = await port.list(labels);
      if (!left.ok) throw new Error(left.error.message);
      for (const sandbox of left.value) await port.destroy(sandbox);
      await port.close();
    },
  };
}
