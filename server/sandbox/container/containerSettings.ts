import type { ContainerCreateOptions, HostConfig } from 'dockerode';
import type { SandboxSpec } from '../../ports/sandboxPort.ts';
import { toolchainKey } from '../../ports/toolchain.ts';
import type { DockerSandboxOptions, TmpfsSize } from '../dockerSandboxOptions.ts';
import { toolchainLabel } from './sandboxLabels.ts';

/** The session's user in the image: `docker/` makes it with this number. */
const user = 10001;

/** A record takes a page of 4 KiB. */
const jobRecords: TmpfsSize = { bytes: 1024 * 1024, inodes: 512 };

/** Everything that keeps a session's container apart from the machine and from other sessions. */
export function containerSettings(
  spec: SandboxSpec,
  image: string,
  options: DockerSandboxOptions,
): ContainerCreateOptions {
  return {
    Image: image,
    User: `${user}:${user}`,
    Hostname: 'playground',
    Labels: { ...spec.labels, [toolchainLabel]: toolchainKey(spec) },
    HostConfig: hostSettings(options),
  };
}

/** The Engine has `CgroupnsMode` since 20.10; dockerode's types do not. */
function hostSettings(options: DockerSandboxOptions): HostConfig & { CgroupnsMode: 'private' } {
  const { tmpfs } = options;
  return {
    // Not `NetworkDisabled` as well: then nothing says which address localhost has, at which cargo pgrx test reaches Postgres.
    NetworkMode: 'none',
    // In place of the machine's own, which are nobody's business.
    Dns: ['127.0.0.1'],
    DnsSearch: ['.'],
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges', `seccomp=${options.seccompProfile}`],
    ReadonlyRootfs: true,
    Tmpfs: {
      '/tmp': mount(tmpfs.tmp, 'noexec', '1777'),
      // Where jobs record themselves: a full /tmp must not keep the next one from starting.
      '/tmp/jobs': mount(jobRecords, 'noexec', '0700'),
      '/work': mount(tmpfs.work, 'exec', '0755'),
      // Postgres refuses a data folder that others may read.
      '/pgdata': mount(tmpfs.pgdata, 'noexec', '0700'),
      // Mapping a library executable is what dlopen does.
      '/install': mount(tmpfs.install, 'exec', '0755'),
    },
    Memory: options.memoryBytes,
    MemorySwap: options.memoryBytes,
    PidsLimit: options.processes,
    NanoCpus: Math.round(options.cpus * 1e9),
    Ulimits: [
      { Name: 'nofile', Soft: options.openFiles, Hard: options.openFiles },
      { Name: 'core', Soft: 0, Hard: 0 },
      { Name: 'fsize', Soft: options.fileBytes, Hard: options.fileBytes },
      // Message queues are counted by user id, which all sessions share, and nothing here uses them.
      { Name: 'msgqueue', Soft: 0, Hard: 0 },
    ],
    OomScoreAdj: 1000,
    IpcMode: 'private',
    CgroupnsMode: 'private',
    ShmSize: tmpfs.shm.bytes,
    Init: true,
    AutoRemove: true,
    LogConfig: { Type: 'none', Config: {} },
    ...(options.runtime ? { Runtime: options.runtime } : {}),
  };
}

function mount({ bytes, inodes }: TmpfsSize, exec: 'exec' | 'noexec', mode: string): string {
  return `rw,nosuid,nodev,${exec},size=${bytes},nr_inodes=${inodes},mode=${mode},uid=${user},gid=${user}`;
}
