import { missing } from './missing.mjs';
import { lastLine } from './Steps.mjs';

/**
 * Makes sure that the Engine has the session image of this very `docker/` folder: `{ kind: 'ready', tag }`. The first
 * build compiles pgrx with all its dependencies, which takes minutes.
 */
export async function ensureSessionImage(say, ensureImage = importEnsureImage) {
  try {
    const build = await ensureImage();
    const { tag, built, ms } = await build({
      log: say,
      postgresMajor: process.env.PLAYGROUND_POSTGRES,
      pgrxVersion: process.env.PLAYGROUND_PGRX,
    });
    return {
      kind: 'ready',
      tag,
      detail: built ? `${tag}, built in ${Math.round(ms / 1000)} s` : `${tag}, already built`,
    };
  } catch (error) {
    // A failed build is the one thing here that is thrown to us, with the builder's last words as its message.
    return missing(
      'the session image',
      `its build failed: ${lastLine(error.message)}`,
      'read the output above, then start again',
    );
  }
}

const importEnsureImage = async () => (await import('../docker/buildImage.mjs')).ensureImage;
