import { freePort, ServerProcess } from '../support/ServerProcess.ts';

export interface BenchServer extends AsyncDisposable {
  url: string;
}

/** The real server in a process of its own, with these settings over the environment's. */
export async function benchServer(settings: Record<string, string>): Promise<BenchServer> {
  const server = new ServerProcess({
    PLAYGROUND_PORT: await freePort(),
    PLAYGROUND_LOG_LEVEL: 'warn',
    PLAYGROUND_RUNS_PER_MINUTE: '6000',
    ...settings,
  });
  const url = await server.ready();
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.child.kill('SIGTERM');
      await server.exited;
    },
  };
}
