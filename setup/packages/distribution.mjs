import { existsSync, readFileSync } from 'node:fs';

/** What the set-up may do on this machine by itself. */
export function thisMachine() {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return {
    distribution: distributionOf(osRelease),
    isRoot: process.getuid?.() === 0,
    hasSystemd: existsSync('/run/systemd/system'),
  };
}

/** `debian`, `ubuntu`, or `other`; of a derivative, what it says it is like. */
export function distributionOf(osRelease) {
  const field = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? '';
  const names = [field('ID'), ...field('ID_LIKE').split(' ')];
  return names.find((name) => name === 'debian' || name === 'ubuntu') ?? 'other';
}
