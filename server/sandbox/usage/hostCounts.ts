import { readFile } from 'node:fs/promises';

/** Where the Engine puts a container's cgroup, under its default drivers of both kinds and versions. */
const places = (id: string) => ({
  v1: (controller: string) => [`/sys/fs/cgroup/${controller}/docker/${id}`],
  v2: [`/sys/fs/cgroup/system.slice/docker-${id}.scope`, `/sys/fs/cgroup/docker/${id}`],
});

/**
 * The kernel's files on a container as they are seen inside it, a line each as `printKernelCounts` prints them, read from
 * this machine's own `/sys`: without a process in the container, which costs a tenth of a second. Empty where the Engine
 * is on another machine, or keeps its containers' cgroups elsewhere.
 */
export async function hostCounts(containerId: string, files: readonly string[]): Promise<string> {
  if (!/^[0-9a-f]{64}$/.test(containerId)) return '';
  const read = await Promise.all(files.map((file) => printed(file, hostPaths(containerId, file))));
  return read.join('');
}

function hostPaths(id: string, file: string): string[] {
  const [controller, name] = file.replace('/sys/fs/cgroup/', '').split('/');
  const { v1, v2 } = places(id);
  if (name === undefined) return v2.map((folder) => `${folder}/${controller}`);
  return v1(controller ?? '').map((folder) => `${folder}/${name}`);
}

async function printed(file: string, paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    try {
      const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
      return lines.map((line) => `${file}:${line}\n`).join('');
    } catch {
      // Not here: in the next place, or asked for inside of the container.
    }
  }
  return '';
}
