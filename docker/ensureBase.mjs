import { existsSync } from 'node:fs';
import { debootstrapBase } from './debootstrapBase.mjs';
import { runLines } from './runLines.mjs';

/** The Dockerfile's FROM. */
export const BASE_IMAGE = 'debian:trixie-slim';

/**
 * Makes sure of the base image: it is there, or is pulled, or is made by debootstrap where no registry answers.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<void>} throws an Error that says what to do where none of this works
 */
export async function ensureBase(log) {
  const present = await runLines('docker', ['image', 'inspect', '--format', '{{.Id}}', BASE_IMAGE]);
  if (present.code === 0) return;
  log(`image: pulling ${BASE_IMAGE}`);
  const pull = await runLines('docker', ['pull', '--quiet', BASE_IMAGE]);
  if (pull.code === 0) return;
  log(`image: no registry gives ${BASE_IMAGE} (${pull.tail.at(-1) ?? 'no reason'})`);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `The base image ${BASE_IMAGE} cannot be pulled, and it can be made here only as root on Debian or Ubuntu. ` +
        `Bring it in another way: docker save ${BASE_IMAGE} where it is, docker load here.`,
    );
  }
  await debootstrapBase(BASE_IMAGE, log);
}
