import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withPgrxVersion } from '../../docker/pgrxVersion.mjs';
import type { ProjectFiles } from '../../protocol/project.ts';

/** The starter crate's files, by their paths in it. */
export async function readStarter(folder: string): Promise<ProjectFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(folder, path), withPgrxVersion(await readFile(path, 'utf8'))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
