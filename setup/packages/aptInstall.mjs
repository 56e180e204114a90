import { runCommand } from '../process/runCommand.mjs';
import { lastLine } from '../Steps.mjs';

/** Seconds to wait for another apt to let go of the lock: unattended upgrades take minutes on a fresh machine. */
const lockSeconds = 180;

/**
 * Installs Debian packages as root, after reading the package lists anew; tries twice. Returns `{ ok }` or
 * `{ ok: false, reason }`.
 */
export async function aptInstall(packages, say, run = runCommand) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    run('apt-get', ['-y', '-o', `DPkg::Lock::Timeout=${lockSeconds}`, ...args], { say, env });
  let reason = '';
  for (let attempt = 0; attempt < 2; attempt++) {
    // An install that was cut off leaves packages half configured, and apt-get refuses until they are not.
    if (attempt > 0) await run('dpkg', ['--configure', '-a'], { say, env });
    // Old lists can still do, so only the install decides.
    await apt('update');
    const { code, output } = await apt('install', '--no-install-recommends', ...packages);
    if (code === 0) return { ok: true };
    reason = output.split('\n').findLast((line) => line.startsWith('E:')) ?? lastLine(output);
  }
  return { ok: false, reason };
}
