import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { withPgrxVersion } from '../docker/pgrxVersion.mjs';
import { fail, ok, type Result } from '../protocol/result.ts';

/** More than this in one folder is no lesson, but a mistake. */
const folderBytes = 1024 * 1024;

/**
 * The texts in a folder by their paths in it, with the release of pgrx; none where there is no such folder. Dotfiles stay
 * out. Fails with a text for the author.
 */
export async function readFiles(
  folder: string,
  { deep } = { deep: true },
): Promise<Result<Record<string, string>, string>> {
  return readable(async () => {
    const paths = await filePaths(folder, deep);
    let bytes = 0;
    for (const file of paths) bytes += (await stat(file)).size;
    if (bytes > folderBytes)
      return fail(`This folder is over the limit of ${folderBytes / 1024} KiB, so nothing of it is read.`);
    const texts = await Promise.all(paths.map((file) => readFile(file, 'utf8')));
    const names = paths.map((file) => path.relative(folder, file).replaceAll(path.sep, '/'));
    return ok(Object.fromEntries(names.map((name, index) => [name, withPgrxVersion(texts[index] ?? '')])));
  });
}

/** The names of the folders in a folder, in order. Fails with a text for the author where it can't be read. */
export async function folderNames(folder: string): Promise<Result<string[], string>> {
  return readable(async () => {
    const entries = await readdir(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return ok(folders.map(({ name }) => name).sort());
  });
}

async function filePaths(folder: string, deep: boolean): Promise<string[]> {
  const entries = await readdir(folder, { recursive: deep, withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const isHidden = (file: string) =>
    path
      .relative(folder, file)
      .split(path.sep)
      .some((part) => part.startsWith('.'));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !isHidden(file))
    .sort();
}

/** What the file system refuses is told to the author: the other courses are read all the same. */
async function readable<T>(read: () => Promise<Result<T, string>>): Promise<Result<T, string>> {
  try {
    return await read();
  } catch (error) {
    const { code, path: where } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw error;
    return fail(isMissing({ code }) ? 'This folder doesn’t exist.' : `Can’t read ${where ?? 'it'}: ${code}.`);
  }
}

const isMissing = ({ code }: { code?: string | undefined }) => code === 'ENOENT' || code === 'ENOTDIR';
