import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { inspect } from 'node:util';
import Docker from 'dockerode';
import { ExecPlaces } from './ExecPlaces.ts';
import { type EngineCalls, engineCalls } from './engineCalls.ts';

/** How long the Engine may take over one call that is not a stream; a busy disk makes a create take seconds. */
const callTimeoutMs = 30_000;

/** An exec takes three calls; beyond this many at once, calls wait for one another here. */
const connections = { keepAlive: true, maxSockets: 64, maxFreeSockets: 8 };

/**
 * For each call docker-modem writes out all that the call's options reach, be its debug log on or off; all sockets of an
 * agent and what they hold were half of the server's time.
 */
const unreadable = { [inspect.custom]: () => '[agent]' };

/** A connection to the Engine that `DOCKER_HOST` names, or to the local one. */
export interface DockerEngine {
  readonly docker: Docker;
  readonly call: EngineCalls['call'];
  readonly execs: ExecPlaces;
  /** Ends a stream with the engine's connection; call it for each stream that stays open. */
  own(stream: Duplex): void;
  /** Ends all connections, those in use as well; calls that come later fail. */
  close(): void;
}

/** Keeps connections alive between calls, in a pool of its own that can be closed. */
export function connectDockerEngine(callMs = callTimeoutMs): DockerEngine {
  const docker = new Docker();
  // Only the connection itself knows what `DOCKER_HOST` came to; its types leave both fields out.
  const modem = docker.modem as unknown as { protocol: string; agent: HttpAgent };
  const agent = modem.protocol === 'https' ? new HttpsAgent(connections) : new HttpAgent(connections);
  modem.agent = Object.assign(agent, unreadable);
  const streams = new Set<Duplex>();
  const calls = engineCalls(callMs);
  return {
    docker,
    call: calls.call,
    execs: new ExecPlaces(),
    own(stream) {
      streams.add(stream);
      stream.once('close', () => streams.delete(stream));
    },
    close() {
      calls.close();
      for (const stream of streams) stream.destroy();
      agent.destroy();
    },
  };
}
