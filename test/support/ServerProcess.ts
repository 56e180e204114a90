import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { serverEnvironment } from '../../setup/process/serverEnvironment.mjs';

/** `node server/main.ts` in a process of its own. */
export class ServerProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  /** Resolves with the exit code, or null after a signal. */
  readonly exited: Promise<number | null>;
  /** What it has said on stdout and stderr. */
  output = '';

  constructor(settings: Record<string, string>) {
    this.child = spawn(process.execPath, ['server/main.ts'], {
      env: { ...serverEnvironment, ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => {
        this.output += String(chunk);
      });
    this.exited = once(this.child, 'close').then(([code]) => code);
  }

  /** Waits for its last start line; resolves to the address. Rejects when it ends before. */
  async ready(): Promise<string> {
    const ended = this.exited.then(() => {
      throw new Error(`the server ended before it was ready:\n${this.output}`);
    });
    ended.catch(() => {});
    for (;;) {
      const url = /^pgrx playground is ready at (\S+)$/m.exec(this.output)?.[1];
      if (url) return url;
      if (this.child.stdout) await Promise.race([once(this.child.stdout, 'data'), ended]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}
