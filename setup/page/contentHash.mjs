import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * A SHA-256 over the names and contents of these files and folders of `base`, the same on every machine. `wanted` says
 * which files of a folder count. One that does not exist counts as absent, so that its coming changes the hash.
 * @param {string} base
 * @param {string[]} paths
 * @param {(file: string) => boolean} [wanted]
 */
export function contentHash(base, paths, wanted = () => true) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    for (const file of filesUnder(base, path).filter(wanted).sort()) {
      const content = readFileSync(join(base, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesUnder(base, path) {
  const stat = statSync(join(base, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(base, path)).flatMap((name) => filesUnder(base, posix.join(path, name)));
}
