import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the Engine may answer, best first, as Docker's own clients read the environment: `{ dockerHost, options }`,
 * the options being those of `http.request`, or `{ dockerHost, unsupported: reason }`.
 * Without `DOCKER_HOST` these are the system's socket, Docker Desktop's, and that of a rootless Engine.
 * @param {Record<string, string | undefined>} [env]
 */
export function engineEndpoints(env = process.env, home = homedir()) {
  if (env.DOCKER_HOST) return [endpoint(env.DOCKER_HOST, env)];
  const sockets = ['/var/run/docker.sock', join(home, '.docker/run/docker.sock')];
  if (env.XDG_RUNTIME_DIR) sockets.push(join(env.XDG_RUNTIME_DIR, 'docker.sock'));
  return sockets.map((socket) => endpoint(`unix://${socket}`, env));
}

function endpoint(dockerHost, env) {
  if (dockerHost.startsWith('unix://')) {
    return {
      dockerHost,
      options: { socketPath: dockerHost.slice('unix://'.length) || '/var/run/docker.sock' },
    };
  }
  const url = URL.canParse(dockerHost) ? new URL(dockerHost) : null;
  if (url === null || !['tcp:', 'http:', 'https:'].includes(url.protocol)) {
    return { dockerHost, unsupported: 'only unix:// and tcp:// addresses are supported' };
  }
  const tls = url.protocol === 'https:' || env.DOCKER_TLS_VERIFY === '1' || url.port === '2376';
  const certificates = env.DOCKER_CERT_PATH;
  const address = { host: url.hostname, port: url.port || (tls ? 2376 : 2375) };
  if (!tls) return { dockerHost, options: { protocol: 'http:', ...address } };
  const pem = (name) => (certificates ? readFileSync(join(certificates, name)) : undefined);
  try {
    const identity = { ca: pem('ca.pem'), cert: pem('cert.pem'), key: pem('key.pem') };
    return { dockerHost, options: { protocol: 'https:', ...address, ...identity } };
  } catch {
    return { dockerHost, unsupported: `no readable certificates in DOCKER_CERT_PATH (${certificates})` };
  }
}
