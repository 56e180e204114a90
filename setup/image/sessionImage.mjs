import { listImages, releasesProblem } from '../../docker/listImages.mjs';
import { PGRX_VERSION } from '../../docker/pgrxVersion.mjs';
import { missing } from '../missing.mjs';

const wordsIn = (text) => [...new Set(text.split(',').map((word) => word.trim()))];

/** The majors that `PLAYGROUND_POSTGRES` lists, the default first; those of Debian's releases that pgrx supports without it. */
export function wantedMajors(text = process.env.PLAYGROUND_POSTGRES || '17,18,15') {
  return wordsIn(text);
}

/** The releases of pgrx that `PLAYGROUND_PGRX` lists, the default first. */
export function wantedReleases(text = process.env.PLAYGROUND_PGRX || PGRX_VERSION) {
  return wordsIn(text);
}

/**
 * Makes sure that the Engine has the session images of this very `docker/` folder: `{ kind: 'ready', images }`, as
 * `PLAYGROUND_IMAGE` lists them. The first build compiles pgrx with all its dependencies, which takes minutes; with
 * `firstOnly` the other images are named and not built. An operator who names images (`PLAYGROUND_IMAGE`) needs none built.
 * @param {(text: string) => void} say
 * @param {{ firstOnly?: boolean, load?: () => Promise<Pick<typeof import('../../docker/buildImage.mjs'), 'ensureImage' | 'imageName'>> }} [options]
 */
export async function ensureSessionImages(say, { firstOnly = false, load = loadBuilder } = {}) {
  const named = process.env.PLAYGROUND_IMAGE;
  if (named) return { kind: 'ready', images: named, detail: `${named}, set by PLAYGROUND_IMAGE` };
  const majors = wantedMajors();
  const odd = majors.filter((major) => !/^\d\d$/.test(major));
  if (odd.length > 0)
    return missing(
      'the session image',
      `PLAYGROUND_POSTGRES names "${odd.join(', ')}"`,
      'list major versions, such as 17,18',
    );
  const releases = wantedReleases();
  const problem = releasesProblem(releases);
  if (problem)
    return missing(
      'the session image',
      `PLAYGROUND_PGRX is ${releases.join(',')}: ${problem}`,
      `list ${PGRX_VERSION}, and then what you want besides it`,
    );
  try {
    const { ensureImage, imageName } = await load();
    // The builder tells the time itself, where it runs alone.
    const log = (line) => say(line.replace(/^image: (\[\d+ s\] )?/, ''));
    const details = [];
    const wanted = listImages(majors, releases);
    for (const { postgresMajor, pgrxVersion } of firstOnly ? wanted.slice(0, 1) : wanted) {
      const { tag, built, ms } = await ensureImage({ log, postgresMajor, pgrxVersion });
      details.push(built ? `${tag}, built in ${Math.round(ms / 1000)} s` : `${tag}, already built`);
    }
    const images = wanted.map(
      ({ key, postgresMajor, pgrxVersion }) => `${key}=${imageName(postgresMajor, pgrxVersion)}`,
    );
    return { kind: 'ready', images: images.join(','), detail: details.join('; ') };
  } catch (error) {
    // A failed build is thrown to us, with the step that failed and the builder's last lines as its message.
    console.error(error.message);
    const [first] = error.message.split('\n');
    return missing(
      'the session image',
      `every session needs it. ${first}`,
      'fix the errors above, then start again',
    );
  }
}

const loadBuilder = () => import('../../docker/buildImage.mjs');
