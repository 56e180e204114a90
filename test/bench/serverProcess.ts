import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ServerProcess extends AsyncDisposable {
  origin: string;
}

/** Starts the real server in a process of its own, with these settings over the environment's. */
export async function startServer(port: number, settings: Record<string, string>): Promise<ServerProcess> {
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, PLAYGROUND_PORT: String(port), PLAYGROUND_INSTANCE: `bench-${port}`, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const lines = createInterface({ input: server.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('ready at') && resolve());
    void exited.then((code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      await exited;
    },
  };
}
