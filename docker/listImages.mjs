import { PGRX_VERSION, releaseOf } from './pgrxVersion.mjs';

/** The oldest minor release, 0.x, of which there can be an image: since then, pgrx keeps the SQL in the library. */
const OLDEST_MINOR = 18;

/**
 * The images that `PLAYGROUND_POSTGRES` and `PLAYGROUND_PGRX` ask for, the default first: one for each Postgres with the
 * first pgrx, then with each other one that knows it. `key` is what `PLAYGROUND_IMAGE` calls an image.
 *
 * @param {string[]} majors
 * @param {string[]} releases
 * @returns {{ key: string, postgresMajor: number, pgrxVersion: string }[]}
 */
export function listImages(majors, releases) {
  return releases.flatMap((pgrxVersion, index) =>
    majors
      .filter((major) => index === 0 || Number(major) <= releaseOf(pgrxVersion).newestMajor)
      .map((major) => ({
        key: index === 0 ? major : `${major}/${pgrxVersion}`,
        postgresMajor: Number(major),
        pgrxVersion,
      })),
  );
}

/**
 * Why these releases of pgrx cannot be offered, or null.
 *
 * @param {string[]} releases
 * @returns {string | null}
 */
export function releasesProblem(releases) {
  if (releases[0] !== PGRX_VERSION)
    return `the first must be ${PGRX_VERSION}, for which starters and lessons are written`;
  return releases.map(releaseProblem).find((problem) => problem !== null) ?? null;
}

/** @param {string} pgrxVersion */
function releaseProblem(pgrxVersion) {
  const minor = /^0\.(\d{1,3})\.\d{1,3}(?:-[\w.]{1,20})?$/.exec(pgrxVersion)?.[1];
  if (minor === undefined) return `"${pgrxVersion}" is no release of pgrx`;
  return Number(minor) < OLDEST_MINOR
    ? `the image needs pgrx 0.${OLDEST_MINOR}.0 or newer, and ${pgrxVersion} is older`
    : null;
}
