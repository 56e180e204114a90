import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A Docker Engine that says what a test wants, at a socket of its own; for what a real one seldom does. */
export interface StubEngine extends AsyncDisposable {
  /** What to answer a request whose "METHOD /path" this matches; a later answer comes before an earlier one. */
  on(request: RegExp, answer: Answer): void;
  /** What to do with a connection that is to be upgraded, instead of that. */
  onUpgrade(answer: (connection: Duplex) => void): void;
  /** What to do with an exec's connection, once upgraded. */
  onExec(play: (connection: Duplex) => void): void;
  /** As `DOCKER_HOST` names it. */
  readonly host: string;
}

export async function stubEngine(): Promise<StubEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'stub-engine-'));
  const answers: [RegExp, Answer][] = [];
  const executed = new Set<Duplex>();
  let play: (connection: Duplex) => void = (connection) => connection.end();
  let upgrade: (connection: Duplex) => void = (connection) => {
    connection.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    play(connection);
  };

  const server = createServer((request, response) => {
    request.resume();
    const asked = `${request.method} ${request.url}`;
    const [, answer] = answers.find(([pattern]) => pattern.test(asked)) ?? [];
    if (answer) answer(response, request);
    else json(404, { message: `the stub has no answer to ${asked}` })(response);
  });
  server.on('upgrade', (_request, connection) => {
    connection.on('error', () => {});
    executed.add(connection);
    upgrade(connection);
  });
  await new Promise<void>((resolve) => server.listen(join(folder, 'engine.sock'), resolve));

  return {
    host: `unix://${join(folder, 'engine.sock')}`,
    on: (request, answer) => void answers.unshift([request, answer]),
    onUpgrade: (next) => {
      upgrade = next;
    },
    onExec: (next) => {
      play = next;
    },
    async [Symbol.asyncDispose]() {
      for (const connection of executed) connection.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** Answers with this status and body. */
export function json(status: number, body: unknown): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}
