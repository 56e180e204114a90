import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { signalGroup } from '../process/signalGroup.mjs';
import { root } from '../root.mjs';
import { wantedMajors } from './sessionImage.mjs';

/**
 * Builds the images of the majors after the first while the server runs, which takes them up as they come. Returns what
 * stops that.
 * @param {(line: string) => void} [say]
 * @returns {() => void}
 */
export function buildOtherImages(say = console.log) {
  const [, ...others] = wantedMajors();
  if (process.env.PLAYGROUND_IMAGE || others.length === 0) return () => {};
  const child = spawn(process.execPath, ['docker/buildImage.mjs', '--gently', ...others], {
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
    say(`Building the images for Postgres ${others.join(', ')} failed: ${error.message}`),
  );
  return () => {
    if (child.pid !== undefined && child.exitCode === null) signalGroup(child, 'SIGTERM');
  };
}
