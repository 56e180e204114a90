import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, ServerProcess } from '../../support/ServerProcess.ts';
import { testImage } from '../../support/subject.ts';
import { testOwner } from '../../support/testOwner.ts';
import { ownContainers, removeContainers } from './ownContainers.ts';

/** The real server in a process of its own, with the built page, to be attacked. */
export interface AbuseServer extends AsyncDisposable {
  readonly url: string;
  readonly process: ServerProcess;
  /** What its containers are labelled with. */
  readonly instance: string;
}

/** A process of the server whose clock a test can set: `SIGUSR2` puts it back by an hour. */
const clockModule = new URL('./steppedClock.mjs', import.meta.url).href;

/** `SIGWINCH` has each of its threads collect its garbage. */
const garbageModule = new URL('./collectGarbage.mjs', import.meta.url).href;

/** Disposing it throws where the server leaves a container, or ends by something else than being told to. */
export async function abuseServer(
  suite: string,
  settings: Record<string, string> = {},
): Promise<AbuseServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-abuse-'));
  const instance = testOwner(`abuse-${suite}-${process.pid}`);
  const server = new ServerProcess({
    NODE_ENV: 'production',
    NODE_OPTIONS: `--import=${clockModule} --import=${garbageModule}`,
    PLAYGROUND_PORT: await freePort(),
    PLAYGROUND_INSTANCE: instance,
    PLAYGROUND_IMAGE: `17=${testImage}`,
    PLAYGROUND_STORE: join(folder, 'links.db'),
    PLAYGROUND_WARM: '1',
    PLAYGROUND_SESSIONS: '6',
    PLAYGROUND_RUNS_PER_MINUTE: '6000',
    PLAYGROUND_PREPARE: 'off',
    PLAYGROUND_AWAY_SECONDS: '5',
    PLAYGROUND_BUILD_SECONDS: '20',
    PLAYGROUND_DRAIN_SECONDS: '0',
    PLAYGROUND_LOG_LEVEL: 'warn',
    ...settings,
  });
  return {
    url: await server.ready(),
    process: server,
    instance,
    async [Symbol.asyncDispose]() {
      const died = server.child.exitCode !== null || server.child.signalCode !== null;
      server.child.kill('SIGTERM');
      await server.exited;
      rmSync(folder, { recursive: true });
      const left = await ownContainers(instance);
      await removeContainers(left);
      if (died) throw new Error(`The server died:\n${server.output.slice(-4000)}`);
      if (left.length > 0) throw new Error(`The server left containers: ${left.join(', ')}`);
    },
  };
}
