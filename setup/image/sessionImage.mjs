import { missing } from '../missing.mjs';

/** The majors that `PLAYGROUND_POSTGRES` lists, the default first; those of Debian's releases that pgrx supports without it. */
export function wantedMajors(text = process.env.PLAYGROUND_POSTGRES || '17,18,15') {
  return [...new Set(text.split(',').map((word) => word.trim()))];
}

/**
 * Makes sure that the Engine has the session images of this very `docker/` folder: `{ kind: 'ready', images }`, as
 * `PLAYGROUND_IMAGE` lists them. The first build compiles pgrx with all its dependencies, which takes minutes; with
 * `firstOnly` the other majors' images are named and not built. An operator who names images (`PLAYGROUND_IMAGE`) needs
 * none built.
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
      `PLAYGROUND_POSTGRES names "${odd.join(', ')}".`,
      'list major versions, such as 17,18',
    );
  try {
    const { ensureImage, imageName } = await load();
    // The builder tells the time itself, where it runs alone.
    const log = (line) => say(line.replace(/^image: (\[\d+ s\] )?/, ''));
    const details = [];
    for (const major of firstOnly ? majors.slice(0, 1) : majors) {
      const { tag, built, ms } = await ensureImage({ log, postgresMajor: Number(major) });
      details.push(built ? `${tag}, built in ${Math.round(ms / 1000)} s` : `${tag}, already built`);
    }
    const images = majors.map((major) => `${major}=${imageName(Number(major))}`).join(',');
    return { kind: 'ready', images, detail: details.join('; ') };
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
