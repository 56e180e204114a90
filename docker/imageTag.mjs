import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGRX_VERSION } from './pgrxVersion.mjs';

/** What is not in the image, and so does not change it. */
const OUTSIDE = [/\.mjs$/, /^README\.md$/, /^seccomp\.json$/, /^\.gitignore$/, /^ca\//, /(^|\/)target\//];

/** The tools' are written by cargo on a developer's machine; the starter's is a copy of what the image makes. */
const LOCK_COPIES = /^(session-tools|install-extension|starter)\/Cargo\.lock$/;

/**
 * The files of this folder that the image is made of, as paths relative to it, sorted.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function imageInputs(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((path) => !OUTSIDE.some((pattern) => pattern.test(path)) && !LOCK_COPIES.test(path))
    .sort();
}

/**
 * The image's name: its tag changes when, and only when, something that goes into it does. It names the release of pgrx
 * where that is not the one that `pgrxVersion.mjs` has.
 *
 * @param {string} folder the folder of the Dockerfile
 * @param {{ postgresMajor: number, pgrxVersion: string }} versions
 * @returns {string}
 */
export function imageTag(folder, { postgresMajor, pgrxVersion }) {
  const hash = createHash('sha256').update(`${postgresMajor}\0${pgrxVersion}\0`);
  for (const path of imageInputs(folder)) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  const release = pgrxVersion === PGRX_VERSION ? '' : `pgrx${pgrxVersion}-`;
  return `pgrx-playground:pg${postgresMajor}-${release}${hash.digest('hex').slice(0, 12)}`;
}
