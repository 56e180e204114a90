import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { withPgrxVersion } from '../docker/pgrxVersion.mjs';

/** More than this in one folder is no lesson, but a mistake. */
const folderBytes = 1024 * 1024;

/** The texts in a folder by their paths in it, with the release of pgrx; null where there is no such folder. Dotfiles stay out. Throws where it is too much. */
export async function readFiles(
  folder: string,
  { deep } = { deep: true },
): Promise<Record<string, string> | null> {
  const entries = await readdir(folder, { recursive: deep, withFileTypes: true }).catch(noFolder);
  if (!entries) return null;
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !path
          .relative(folder, file)
          .split(path.sep)
          .some((part) => part.startsWith('.')),
    )
    .sort();
  let bytes = 0;
  for (const file of paths) bytes += (await stat(file)).size;
  if (bytes > folderBytes) throw new Error(`${folder} is over the limit of ${folderBytes / 1024} KiB.`);
  const texts = await Promise.all(paths.map((file) => readFile(file, 'utf8')));
  const names = paths.map((file) => path.relative(folder, file).replaceAll(path.sep, '/'));
  return Object.fromEntries(names.map((name, index) => [name, withPgrxVersion(texts[index] ?? '')]));
}

/** The names of the folders in a folder, in order; null where there is no such folder. */
export async function folderNames(folder: string): Promise<string[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noFolder);
  const folders = entries?.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders?.map(({ name }) => name).sort() ?? null;
}

function noFolder(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
