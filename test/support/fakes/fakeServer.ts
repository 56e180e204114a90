import { lessonSource } from '../../../lessons/lessonSource.ts';
import { Seats } from '../../../server/language/Seats.ts';
import { builtPage, developedPage } from '../../../server/pages/pageParts.ts';
import { snippetPacker } from '../../../server/snippets/snippetPacker.ts';
import { snippetReader } from '../../../server/snippets/snippetReader.ts';
import { sourceReader } from '../../../server/sources/readSource.ts';
import { startServer } from '../../../server/startServer.ts';
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

/**
 * The real server with containers, compiler and Postgres played, for work on the page:
 * `node test/support/fakes/fakeServer.ts [port]`. The page comes from Next in development mode, or with `built` as a second
 * argument from the last build.
 */
const port = Number(process.argv[2] ?? 3100);
const development = process.argv[3] !== 'built';
const sandbox = new FakeSandbox().on('sh', fakeVersions).on('psql', fakePsql);
sandbox.createMs = 600;

const store = await openStore({ kind: 'sqlite', file: ':memory:' });
const given = {
  dir: process.cwd(),
  host: '127.0.0.1',
  port,
  folders: ['tutorials'],
  starter: {},
  crates: () => [],
};
const readSnippet = snippetReader(store, () => null);
const lessons = lessonSource(['tutorials'], { fresh: development });
const { close, ...page } = await (development
  ? developedPage(given, readSnippet, lessons)
  : builtPage(given, readSnippet));
const server = await startServer(
  { ...serverSettings(), port, development },
  {
    sandbox,
    modes: runModes(
      { ...fakeBuild, ...fakeTestPorts },
      { ...fakeSql, ...fakeTestPorts },
      lessons,
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
    store,
    images: { 17: 'pgrx-playground:test' },
    lock: '# lock\n',
    pack: snippetPacker({}, packHere),
    readSource: sourceReader({ sources: [], timeMs: 1_000 }),
    ...page,
    log: console,
  },
);
const opened = await server.sessions.open();
process.stdout.write(opened.ok ? `played server is ready at ${server.url}\n` : `${opened.error}\n`);
process.once('SIGINT', async () => {
  await server.close();
  await sandbox.close();
  await close();
  process.exit(0);
});
