const MiB = 1024 * 1024;

export interface Machine {
  cpus: number;
  memoryBytes: number;
}

/**
 * How many containers fit: an idle session has been measured at under 100 MB, a working one at a few hundred while it
 * builds, and few build at once. 2 GB stay with the machine, the server and the builds.
 */
export function containersFor({ memoryBytes }: Machine): number {
  const fit = Math.floor((memoryBytes / MiB - 2048) / 192);
  return Math.min(500, Math.max(2, fit));
}

/** How many language servers fit beside the sessions: each has been measured at 1.2 GB, and they may have half of the rest. */
export function languageServersFor({ memoryBytes }: Machine): number {
  const fit = Math.floor((memoryBytes / MiB - 2048) / 2 / 1536);
  return Math.min(100, Math.max(1, fit));
}
