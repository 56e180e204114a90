import type { Images } from '../ports/toolchain.ts';

/** A tmpfs of the container. Its size counts towards the container's memory as far as it is used. */
export interface TmpfsSize {
  bytes: number;
  inodes: number;
}

/** What a Docker sandbox is made of; `config.ts` reads the operator's wishes, this room knows no environment. */
export interface DockerSandboxOptions {
  images: Images;
  /** The seccomp profile as JSON text, not as a path: the Engine may run on another machine. */
  seccompProfile: string;
  /** The OCI runtime, such as `runsc`; the Engine's default where it is undefined. */
  runtime?: string;
  /** Memory and swap together, in bytes. Compiler, Postgres and the files in tmpfs all count. */
  memoryBytes: number;
  /** How many processes and threads there may be at once. */
  processes: number;
  /** CPU time per second, in CPUs; may be a fraction. */
  cpus: number;
  /** The largest file that a process may write, in bytes. */
  fileBytes: number;
  /** Open files of one process. */
  openFiles: number;
  tmpfs: { tmp: TmpfsSize; work: TmpfsSize; pgdata: TmpfsSize; install: TmpfsSize; shm: { bytes: number } };
  /** How long a container may take from its start until Postgres in it answers, in milliseconds. */
  readyTimeoutMs: number;
  /** How long the Engine may take over one call that is not a stream, in milliseconds; 30 s without it. */
  callMs?: number;
  /** How many processes wait in each container for what they are to become. */
  spareJobs: number;
}

const MiB = 1024 * 1024;

/**
 * With Postgres running, a build of the starter takes 235 MB at its peak, of which 88 MB stay (48 MB before the first
 * build); the folders hold 34 MB of 384 in /work and 32 of 256 in /pgdata then. The rest is for other people's crates.
 */
export const dockerSandboxDefaults = {
  memoryBytes: 1024 * MiB,
  processes: 256,
  cpus: 2,
  fileBytes: 512 * MiB,
  openFiles: 4096,
  tmpfs: {
    tmp: { bytes: 64 * MiB, inodes: 8_192 },
    work: { bytes: 384 * MiB, inodes: 65_536 },
    pgdata: { bytes: 256 * MiB, inodes: 16_384 },
    // Seven versions of a library that carries its version, and the new file of the next: 15 MB each.
    install: { bytes: 128 * MiB, inodes: 8_192 },
    shm: { bytes: 64 * MiB },
  },
  readyTimeoutMs: 20_000,
  // Run's: what compiles, and the connection to Postgres.
  spareJobs: 2,
} as const satisfies Partial<DockerSandboxOptions>;
