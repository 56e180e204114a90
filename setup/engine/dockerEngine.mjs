import { missing } from '../missing.mjs';
import { aptInstall } from '../packages/aptInstall.mjs';
import { thisMachine } from '../packages/distribution.mjs';
import { onPath } from '../packages/onPath.mjs';
import { findEngine } from './findEngine.mjs';
import { startEngine } from './startEngine.mjs';

const why = 'each session runs in its own container';

/**
 * Makes sure that an Engine answers: `{ kind: 'ready', endpoint, … }`, or what is missing. Installs and starts one only
 * as root on Debian or Ubuntu, and only where `DOCKER_HOST` names no other.
 */
export async function ensureEngine(say, machine = thisMachine(), env = process.env) {
  const found = await findEngine();
  if (found.endpoint) return ensureClient(found, machine, say);
  const advice = engineAdvice(found.problems, machine, env);
  if (advice) return advice;

  if (!onPath('dockerd')) {
    say('installing docker.io');
    const installed = await aptInstall(['docker.io', 'iptables', 'ca-certificates'], say);
    if (!installed.ok) {
      return missing(
        'Docker Engine',
        `${why}, but apt-get failed to install it: ${installed.reason}`,
        'apt-get install docker.io iptables',
      );
    }
  }
  const started = await startEngine(onPath('dockerd') ?? 'dockerd', machine.hasSystemd, say);
  if (started.endpoint) return ensureClient(started, machine, say);
  return missing(
    'Docker Engine',
    `${why}, but it did not start: ${started.reason}`,
    'start dockerd manually and read its output',
  );
}

/** The image is built by the `docker` command, which newer Debians have in a package apart from the Engine's. */
async function ensureClient({ endpoint, version, how }, machine, say) {
  if (!onPath('docker') && machine.isRoot && machine.distribution !== 'other')
    await aptInstall(['docker-cli'], say);
  if (!onPath('docker')) {
    return missing(
      'docker command',
      'it builds the session image',
      'install docker-cli (docs.docker.com/engine/install)',
    );
  }
  return {
    kind: 'ready',
    endpoint,
    detail: `${version} at ${endpoint.dockerHost}${how ? `, started ${how}` : ''}`,
  };
}

/** What a person has to do, or null where the set-up can do it itself. */
export function engineAdvice(problems, machine, env) {
  const refused = problems.find(({ error }) => error === 'EACCES' || error === 'EPERM');
  if (refused) {
    return missing(
      'Docker Engine',
      `${why}, but this user has no permission to open ${refused.dockerHost}`,
      'sudo usermod -aG docker "$USER", then log in again',
    );
  }
  if (env.DOCKER_HOST) {
    const [problem] = problems;
    return missing(
      'Docker Engine',
      `${why}, but no Engine responds at DOCKER_HOST, ${env.DOCKER_HOST} (${problem?.error})`,
      'start that Engine, or `unset DOCKER_HOST`',
    );
  }
  const debianLike = machine.distribution !== 'other';
  if (machine.isRoot && debianLike) return null;
  const none = `${why}, but no Engine responds at ${problems.map(({ dockerHost }) => dockerHost).join(' or ')}`;
  if (debianLike) {
    return missing(
      'Docker Engine',
      none,
      'sudo apt-get install docker.io iptables && sudo usermod -aG docker "$USER", then log in again; or run this as root',
    );
  }
  return missing(
    'Docker Engine',
    none,
    'install Docker Engine 20.10 or newer (docs.docker.com/engine/install) and start it',
  );
}
