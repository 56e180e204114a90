import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { listImages } from '../../docker/listImages.mjs';
import { signalGroup } from '../process/signalGroup.mjs';
import { root } from '../root.mjs';
import { wantedMajors, wantedReleases } from './sessionImage.mjs';

/**
 * Builds the images after the first while the server runs, which takes them up as they come. Returns what
 * stops that.
 * @param {(line: string) => void} [say]
 * @returns {() => void}
 */
export function buildOtherImages(say = console.log) {
  const [, ...others] = listImages(wantedMajors(), wantedReleases());
  if (process.env.PLAYGROUND_IMAGE || others.length === 0) return () => {};
  const words = others.map(({ postgresMajor, pgrxVersion }) => `${postgresMajor}/${pgrxVersion}`);
  const child = spawn(process.execPath, ['docker/buildImage.mjs', '--gently', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  // Steps and downloads by the hundred would hide what the server says.
  const worthSaying = /: building |built in /;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (worthSaying.test(line)) say(line);
  });
  child.once('error', (error) =>
    say(`Building the images for ${words.join(', ')} (Postgres/pgrx) failed: ${error.message}`),
  );
  return () => {
    if (child.pid !== undefined && child.exitCode === null) signalGroup(child, 'SIGTERM');
  };
}
