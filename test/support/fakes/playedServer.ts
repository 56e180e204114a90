import { lessonSource } from '../../../lessons/lessonSource.ts';
import type { Handler } from '../../../server/http/core/route.ts';
import {
  type RunningServer,
  type ServerPorts,
  type ServerSettings,
  startServer,
} from '../../../server/startServer.ts';
import { serverSettings } from '../serverSettings.ts';
import type { FakeSandbox } from './FakeSandbox.ts';
import { fakePorts } from './fakePorts.ts';

export interface PlayedServer extends AsyncDisposable {
  server: RunningServer;
  sandbox: FakeSandbox;
  settings: ServerSettings;
  logged: string[];
}

/** The real server on a free port, with containers, compiler, Postgres and page played, and open for runs. */
export async function playedServer(
  change: (settings: ServerSettings) => void = () => {},
  page: Handler = (request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`page ${request.url} ${request.headers['content-security-policy'] ?? ''}`);
  },
  ports: Partial<ServerPorts> = {},
): Promise<PlayedServer> {
  const settings = serverSettings();
  change(settings);
  const fakes = await fakePorts(lessonSource([], { fresh: false }));
  const logged: string[] = [];
  const write = (_fields: object, message: string) => {
    logged.push(message);
  };
  const log = { debug: write, info: write, warn: write, error: write };
  const server = await startServer(settings, {
    ...fakes,
    draw: async ({ title }) => Buffer.from(`picture of ${title}`),
    page,
    log,
    ...ports,
  });
  const opened = await server.sessions.open();
  if (!opened.ok) throw new Error(opened.error);
  return {
    server,
    sandbox: fakes.sandbox,
    settings,
    logged,
    async [Symbol.asyncDispose]() {
      await server.close();
      await fakes.sandbox.close();
    },
  };
}
