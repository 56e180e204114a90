import { afterAll, beforeAll } from 'vitest';
import { type AbuseServer, abuseServer } from './abuseServer.ts';
import { type Neighbour, watchNeighbour } from './watchNeighbour.ts';

export interface Attacked {
  readonly server: AbuseServer;
  readonly url: string;
  /** Attacks while a neighbour works, who must not feel it. */
  unharmed(attack: () => Promise<unknown>): Promise<void>;
}

/** A server for all tests of a file, and somebody who works on it meanwhile. */
export function attacked(suite: string, settings: Record<string, string> = {}): Attacked {
  let server: AbuseServer | null = null;
  let neighbour: Neighbour | null = null;
  beforeAll(async () => {
    server = await abuseServer(suite, settings);
    neighbour = await watchNeighbour(server);
  });
  afterAll(async () => {
    await neighbour?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });
  const started = () => {
    if (!server) throw new Error('The server has not started.');
    return server;
  };
  return {
    get server() {
      return started();
    },
    get url() {
      return started().url;
    },
    async unharmed(attack) {
      if (!neighbour) throw new Error('There is no neighbour.');
      await neighbour.unharmed(attack);
    },
  };
}
