import type { SandboxUsage } from '../../ports/sandboxPort.ts';

const v1 = {
  memory: '/sys/fs/cgroup/memory/memory.usage_in_bytes',
  memoryLimit: '/sys/fs/cgroup/memory/memory.limit_in_bytes',
  oomControl: '/sys/fs/cgroup/memory/memory.oom_control',
  processes: '/sys/fs/cgroup/pids/pids.current',
  processLimit: '/sys/fs/cgroup/pids/pids.max',
  pidsEvents: '/sys/fs/cgroup/pids/pids.events',
};
const v2 = {
  memory: '/sys/fs/cgroup/memory.current',
  memoryLimit: '/sys/fs/cgroup/memory.max',
  memoryEvents: '/sys/fs/cgroup/memory.events',
  processes: '/sys/fs/cgroup/pids.current',
  processLimit: '/sys/fs/cgroup/pids.max',
  pidsEvents: '/sys/fs/cgroup/pids.events',
};

/** The kernel's files on a container, as they are named inside it. */
export const kernelFiles: readonly string[] = [...Object.values(v1), ...Object.values(v2)];

/**
 * Prints each line of the kernel's files on this container, after the file's name and a colon, of whichever version of
 * cgroups the machine has. One program, which starts no other: it works where no process more may be started.
 */
export const printKernelCounts = ['/usr/bin/grep', '-sH', '', ...kernelFiles];

/** Reads what `printKernelCounts` has printed. */
export function readKernelCounts(printed: string): SandboxUsage {
  const counts = new Map<string, number>();
  for (const line of printed.split('\n')) {
    const [, file, key = '', value] = /^(\/[\w./]+):(?:(\w+) )?(\d{1,19})$/.exec(line) ?? [];
    if (file && value) counts.set(`${file} ${key}`, Number(value));
  }
  const count = (...names: string[]) =>
    names.map((name) => counts.get(name)).find((n) => n !== undefined) ?? null;
  const oomKills = count(`${v1.oomControl} oom_kill`, `${v2.memoryEvents} oom_kill`);
  // Version 2 counts the failed allocations apart; one that ends in a kill is in both.
  const ooms = count(`${v2.memoryEvents} oom`);
  return {
    memoryBytes: count(`${v1.memory} `, `${v2.memory} `),
    memoryLimitBytes: count(`${v1.memoryLimit} `, `${v2.memoryLimit} `),
    memoryLimitHits: oomKills === null ? null : Math.max(oomKills, ooms ?? 0),
    processes: count(`${v1.processes} `, `${v2.processes} `),
    processLimit: count(`${v1.processLimit} `, `${v2.processLimit} `),
    processLimitHits: count(`${v1.pidsEvents} max`, `${v2.pidsEvents} max`),
  };
}
