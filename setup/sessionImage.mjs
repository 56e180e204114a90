import { missing } from './missing.mjs';

/**
 * Makes sure that the Engine has the session image of this very `docker/` folder: `{ kind: 'ready', tag }`. The first
 * build compiles pgrx with all its dependencies, which takes minutes. An operator who names an image (`PLAYGROUND_IMAGE`) needs none built.
 * @param {(text: string) => void} say
 * @param {() => Promise<(options: { log: (line: string) => void }) => Promise<{ tag: string, built: boolean, ms: number }>>} [build]
 */
export async function ensureSessionImage(say, build = importBuild) {
  const named = process.env.PLAYGROUND_IMAGE;
  if (named) return { kind: 'ready', tag: named, detail: `${named}, as PLAYGROUND_IMAGE says` };
  try {
    // The builder tells the time itself, where it runs alone.
    const log = (line) => say(line.replace(/^image: (\[\d+ s\] )?/, ''));
    const { tag, built, ms } = await (await build())({ log });
    return {
      kind: 'ready',
      tag,
      detail: built ? `${tag}, built in ${Math.round(ms / 1000)} s` : `${tag}, already built`,
    };
  } catch (error) {
    // A failed build is thrown to us, with the step that failed and the builder's last lines as its message.
    console.error(error.message);
    const [first] = error.message.split('\n');
    return missing(
      'the session image',
      `every session runs in it. ${first}`,
      'mend what the lines above say, then start again',
    );
  }
}

const importBuild = async () => (await import('../docker/buildImage.mjs')).ensureImage;
