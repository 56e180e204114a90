import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Sees to it that SQLite finds a file that only its owner can read: hashes of secrets are in it. SQLite gives the two files
 * next to it the same mode. What is wrong with the place, for the operator, or null.
 */
export async function prepareFile(file: string, makesFolder: boolean): Promise<string | null> {
  if (file === ':memory:') return null;
  const folder = dirname(file);
  if (makesFolder) await mkdir(folder, { recursive: true, mode: 0o700 });
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere)
    return `The folder ${folder} of PLAYGROUND_STORE doesn’t exist. Create it, or correct the setting.`;
  await (await open(file, 'a', 0o600)).close();
  return null;
}

/** Whether others than its owner can read it, as with a file that an older version has made. */
export async function isReadByOthers(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && (found.mode & 0o044) !== 0;
}
