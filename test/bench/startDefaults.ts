import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import { dockerSandboxDefaults } from '../../server/sandbox/dockerSandboxOptions.ts';
import { execToEnd } from '../support/execToEnd.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

const GiB = 1024 ** 3;

/**
 * Cargo as it comes, but for where it finds its crates: full debug information in everything, where the image's settings
 * have line tables in the project's own crate only. The linker is the image's, which is quicker than Rust's own.
 */
export const defaultsEnvironment = { CARGO_HOME: '/work/cargo-defaults', CARGO_TARGET_DIR: '/work/defaults' };

export interface Defaults extends AsyncDisposable {
  readonly docker: Subject;
  readonly sandbox: Sandbox;
}

/**
 * A container in which cargo has its own settings, with room for what that takes. The first build in it compiles all.
 */
export async function startDefaults(): Promise<Defaults> {
  const docker = dockerSubject('bench-defaults', {
    memoryBytes: 8 * GiB,
    tmpfs: { ...dockerSandboxDefaults.tmpfs, work: { bytes: 4 * GiB, inodes: 65_536 } },
    fileBytes: 2 * GiB,
  });
  const sandbox = await docker.start();
  // What comes before is where the crates are.
  const settings = `mkdir $CARGO_HOME && sed '/^\\[build\\]/,$d' /opt/cargo/config.toml > $CARGO_HOME/config.toml`;
  const { exit, stderr } = await execToEnd(docker.port, sandbox, ['sh', '-c', settings], {
    env: defaultsEnvironment,
  });
  if (exit.kind !== 'exited' || exit.code !== 0) throw new Error(stderr.toString());
  return { docker, sandbox, [Symbol.asyncDispose]: () => docker[Symbol.asyncDispose]() };
}
