import { engineEndpoints } from './engineEndpoint.mjs';
import { engineGet } from './engineRequest.mjs';

/** The oldest Engine API that will do: 1.41 is that of Engine 20.10, the oldest that is tried. */
const oldestApi = 1.41;

/**
 * Asks each place where an Engine may be. Returns the first that answers, `{ endpoint, version }`, or `{ problems }`:
 * for each place, `{ dockerHost, error }`.
 */
export async function findEngine(endpoints = engineEndpoints()) {
  const problems = [];
  for (const endpoint of endpoints) {
    const answer = endpoint.unsupported
      ? { error: endpoint.unsupported }
      : await engineGet(endpoint, '/version');
    const engine = 'body' in answer && answer.status === 200 ? parseVersion(answer.body) : null;
    if (engine && engine.api >= oldestApi) return { endpoint, version: engine.version };
    const error = engine
      ? `Docker Engine ${engine.version} is too old; 20.10 or newer is required`
      : 'error' in answer
        ? answer.error
        : `unexpected response ${answer.status}, not from a Docker Engine`;
    problems.push({ dockerHost: endpoint.dockerHost, error });
  }
  return { problems };
}

function parseVersion(body) {
  try {
    const { Version, ApiVersion } = JSON.parse(body);
    // 1.9 comes before 1.41.
    const [major, minor] = String(ApiVersion).split('.').map(Number);
    return { version: String(Version).slice(0, 40), api: major + minor / 100 };
  } catch {
    return null;
  }
}
