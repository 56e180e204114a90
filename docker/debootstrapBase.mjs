import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeCommands } from './pipeCommands.mjs';
import { runLines } from './runLines.mjs';

/** As Debian's own slim images leave out. */
const UNUSED = [
  'usr/share/doc',
  'usr/share/man',
  'usr/share/locale',
  'usr/share/info',
  'var/cache/apt',
  'var/lib/apt/lists',
];

/**
 * Makes a minimal Debian trixie from its packages and imports it into Docker. Needs root on Debian or Ubuntu; about
 * half a minute.
 *
 * @param {string} tag the image's name
 * @param {(line: string) => void} log
 * @returns {Promise<void>} throws an Error with the tool's last lines where a step fails
 */
export async function debootstrapBase(tag, log) {
  if (!existsSync('/usr/sbin/debootstrap') || !existsSync('/usr/share/keyrings/debian-archive-keyring.gpg')) {
    log('image: installing debootstrap');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await must('apt-get', ['update'], env);
    await must(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'debootstrap', 'debian-archive-keyring'],
      env,
    );
  }
  log(`image: making ${tag} by debootstrap (half a minute)`);
  const work = mkdtempSync(join(tmpdir(), 'pgrx-playground-base-'));
  const root = join(work, 'root');
  try {
    const keyring = '--keyring=/usr/share/keyrings/debian-archive-keyring.gpg';
    // Older releases of debootstrap know trixie only by the script that all of Debian's suites share.
    const script = '/usr/share/debootstrap/scripts/sid';
    await must('debootstrap', ['--variant=minbase', keyring, 'trixie', root, DEFAULT_MIRROR, script]);
    for (const path of UNUSED) rmSync(join(root, path), { recursive: true, force: true });
    await importRoot(root, tag);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Empty: debootstrap's own. */
const DEFAULT_MIRROR = '';

async function must(command, args, env = process.env) {
  const { code, tail } = await runLines(command, args, { env });
  if (code !== 0) throw new Error(`${command} failed (exit ${code}):\n${tail.join('\n')}`);
}

async function importRoot(root, tag) {
  const codes = await pipeCommands(['tar', ['-C', root, '-c', '.']], ['docker', ['import', '-', tag]]);
  if (codes.some((code) => code !== 0))
    throw new Error(`docker import of ${tag} failed (tar, docker: ${codes.join(', ')})`);
}
