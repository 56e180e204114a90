import { lessonSource } from '../../../lessons/lessonSource.ts';
import type { Handler } from '../../../server/http/core/route.ts';
import { Seats } from '../../../server/language/Seats.ts';
import { snippetPacker } from '../../../server/snippets/snippetPacker.ts';
import { sourceReader } from '../../../server/sources/readSource.ts';
import {
  type RunningServer,
  type ServerPorts,
  type ServerSettings,
  startServer,
} from '../../../server/startServer.ts';
import { runModes } from '../../../server/wiring/runModes.ts';
import { sessionFeatures } from '../../../server/wiring/sessionFeatures.ts';
import { packHere } from '../packHere.ts';
import { serverSettings } from '../serverSettings.ts';
import { openStore } from '../storeQuestions.ts';
import { FakeSandbox } from './FakeSandbox.ts';
import { fakePsql } from './fakePsql.ts';
import { fakeBuild, fakeSql } from './fakeRun.ts';
import { fakeTestPorts } from './fakeTestPorts.ts';
import { fakeVersions } from './fakeVersions.ts';

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
  const sandbox = new FakeSandbox().on('sh', fakeVersions).on('psql', fakePsql);
  const logged: string[] = [];
  const write = (_fields: object, message: string) => {
    logged.push(message);
  };
  const log = { debug: write, info: write, warn: write, error: write };
  const server = await startServer(settings, {
    sandbox,
    modes: runModes(
      { ...fakeBuild, ...fakeTestPorts },
      { ...fakeSql, ...fakeTestPorts },
      lessonSource([], { fresh: false }),
      sandbox,
      {},
    ),
    features: sessionFeatures(fakeSql, {
      seats: new Seats(0),
      memoryBytes: 0,
      starter: {},
      crates: () => [],
    }),
    starters: [],
    store: await openStore({ kind: 'sqlite', file: ':memory:' }),
    images: { 17: 'pgrx-playground:test' },
    lock: '# lock\n',
    pack: snippetPacker(
      {
        'Cargo.toml': '[package]\nname = "my_extension"\n',
        'my_extension.control': '# my_extension',
      },
      packHere,
    ),
    draw: async ({ title }) => Buffer.from(`picture of ${title}`),
    readSource: sourceReader({ sources: [], timeMs: 1_000 }),
    page,
    log,
    ...ports,
  });
  const opened = await server.sessions.open();
  if (!opened.ok) throw new Error(opened.error);
  return {
    server,
    sandbox,
    settings,
    logged,
    async [Symbol.asyncDispose]() {
      await server.close();
      await sandbox.close();
    },
  };
}
