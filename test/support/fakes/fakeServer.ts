import { lessonSource } from '../../../lessons/lessonSource.ts';
import { builtPage, developedPage } from '../../../server/pages/pageParts.ts';
import { snippetReader } from '../../../server/snippets/snippetReader.ts';
import { startServer } from '../../../server/startServer.ts';
import { serverSettings } from '../serverSettings.ts';
import { fakePorts } from './fakePorts.ts';

/**
 * The real server with containers, compiler and Postgres played, for work on the page:
 * `node test/support/fakes/fakeServer.ts [port]`. The page comes from Next in development mode, or with `built` as a second
 * argument from the last build.
 */
const port = Number(process.argv[2] ?? 3100);
const development = process.argv[3] !== 'built';
const lessons = lessonSource(['tutorials'], { fresh: development });
const ports = await fakePorts(lessons);
ports.sandbox.createMs = 600;
const given = {
  dir: process.cwd(),
  host: '127.0.0.1',
  port,
  folders: ['tutorials'],
  starter: {},
};
const readSnippet = snippetReader(ports.store, () => null);
const { close, ...page } = await (development
  ? developedPage(given, readSnippet, lessons)
  : builtPage(given, readSnippet));
const server = await startServer(
  { ...serverSettings(), port, development },
  { ...ports, ...page, log: console },
);
const opened = await server.sessions.open();
process.stdout.write(opened.ok ? `played server is ready at ${server.url}\n` : `${opened.error}\n`);
process.once('SIGINT', async () => {
  await server.close();
  await ports.sandbox.close();
  await close();
  process.exit(0);
});
