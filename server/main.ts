import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { courseFolders } from '../lessons/courseFolders.ts';
import { lessonSource } from '../lessons/lessonSource.ts';
import { versionsOf } from '../protocol/versions.ts';
import { systemClock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import { checkModes } from './build/checkModes.ts';
import { createBuildPort } from './build/createBuildPort.ts';
import { createCheckPort } from './build/createCheckPort.ts';
import { type Config, readConfig, unknownSettings } from './config/config.ts';
import { containerSettings, languageSettings, serverSettings } from './config/serverSettings.ts';
import { storePlace } from './config/storePlace.ts';
import { builtPage, developedPage } from './pages/pageParts.ts';
import { dockerSandbox } from './sandbox/dockerSandbox.ts';
import { dockerNameMarks } from './sandbox/name/dockerNameMarks.ts';
import { holdName } from './sandbox/name/holdName.ts';
import { hereFor } from './snippets/hereFor.ts';
import { lockPackages } from './snippets/lockPackages.ts';
import { snippetPacker } from './snippets/snippetPacker.ts';
import { snippetReader } from './snippets/snippetReader.ts';
import { sourceReader } from './sources/readSource.ts';
import { createSqlPort } from './sql/createSqlPort.ts';
import { readStarter } from './starters/readStarter.ts';
import { readStarters } from './starters/readStarters.ts';
import { startServer } from './startServer.ts';
import { databaseStore } from './store/databaseStore.ts';
import { openDatabase } from './store/openDatabase.ts';
import { isReadByOthers } from './store/prepareFile.ts';
import { untilReachable } from './store/untilReachable.ts';
import { createLog } from './wiring/createLog.ts';
import { type Ending, endOnSignals } from './wiring/endOnSignals.ts';
import { reportCourses } from './wiring/reportCourses.ts';
import { runModes } from './wiring/runModes.ts';
import { sessionFeatures } from './wiring/sessionFeatures.ts';
import { openTasks } from './wiring/tasks.ts';

const root = join(import.meta.dirname, '..');

/** What a file of a listed source may take; somebody waits before an empty page. */
const sourceMs = 5_000;

const noLocks = { lock: '', crates: '' };

/** What went wrong, for the operator, in place of a server. */
class StartFailure extends Error {}

async function start(config: Config, log: Log, ending: Ending): Promise<void> {
  const seccompProfile = await readFile(join(root, 'docker/seccomp.json'), 'utf8');
  const starter = await readStarter(join(root, 'docker/starter'));

  // The Engine's machine may be another one than this.
  const asking = dockerSandbox(containerSettings(config, seccompProfile, Number.POSITIVE_INFINITY));
  const capacity = await asking.capacity();
  await asking.close();
  if (!capacity.ok) throw new StartFailure(capacity.error.message);

  const settings = serverSettings(config, capacity.value);
  const sandbox = dockerSandbox(containerSettings(config, seccompProfile, capacity.value.cpus));
  ending.add(() => sandbox.close());
  let letGoOfName = async () => {};
  // After the server has removed its containers: until then the name is taken.
  ending.add(() => letGoOfName());
  const tasks = openTasks();
  ending.add(() => tasks[Symbol.asyncDispose]());
  const sql = createSqlPort(sandbox, (script, key) => tasks.run('splitScript', script, key), {
    statementMs: config.PLAYGROUND_STATEMENT_SECONDS * 1000,
    scriptMs: config.PLAYGROUND_SCRIPT_SECONDS * 1000,
  });
  const { development, host, port } = settings;

  const catalogue = await readFile(join(root, 'docker/image/catalogue.lock'), 'utf8');
  const vendored = lockPackages(catalogue);
  // Which crates there are is known once the image has been asked, before the first run.
  const known = () => server.sessions.versions;
  const crates = (pgrx?: string) => {
    const versions = known();
    return (versions && versionsOf(versions, pgrx)?.crates) ?? [];
  };
  const build = createBuildPort(sandbox, {
    starter,
    crates,
    vendored,
    limits: { buildMs: config.PLAYGROUND_BUILD_SECONDS * 1000 },
  });
  const checks = createCheckPort(sandbox, { starter, crates, vendored });
  const prepare = config.PLAYGROUND_PREPARE === 'on';
  const folders = courseFolders(root, config.PLAYGROUND_TUTORIALS);
  const lessons = lessonSource(folders, { fresh: development });
  const reported = reportCourses(await lessons.read(), folders, log);
  if (!reported.ok) throw new StartFailure(reported.error);
  const place = storePlace(config, root);
  const database = await untilReachable(() => openDatabase(place), { clock: systemClock, log });
  if (!database.ok) throw new StartFailure(database.error.message);
  if (place.kind === 'sqlite' && (await isReadByOthers(place.file)))
    log.warn({ file: place.file }, 'other users can read the link store; chmod 600');
  const store = databaseStore(database.value, log, { bytes: config.PLAYGROUND_STORE_MB * 1024 * 1024 });
  ending.add(async () => {
    await store[Symbol.asyncDispose]();
  });
  const lock = await readFile(join(root, 'docker/starter/Cargo.lock'), 'utf8');
  const images = config.PLAYGROUND_IMAGE.tags;
  const locksOf = (pgrx: string | undefined) =>
    (pgrx === undefined ? { lock, crates: catalogue } : server.sessions.locksOf(pgrx)) ?? noLocks;
  const given = { dir: root, host, port, folders, starter };
  const readSnippet = snippetReader(store, (snippet) =>
    hereFor(snippet, { versions: known(), images, locksOf }),
  );
  const opening = development ? developedPage(given, readSnippet, lessons) : builtPage(given, readSnippet);
  const { close: closePage, ...page } = await opening.catch((error: Error) => {
    throw new StartFailure(`The page can’t be served: ${error.message} Run "npm start" to build it.`);
  });
  ending.add(closePage);

  const ports = {
    sandbox,
    store,
    images,
    lock,
    pack: snippetPacker(starter, (given, key) => tasks.run('packProject', given, key)),
    readSource: sourceReader({ sources: config.PLAYGROUND_SOURCES, timeMs: sourceMs }),
    modes: runModes(build, sql, lessons, sandbox, checkModes(checks, { prepare }), (files, key) =>
      tasks.run('rustTests', files, key),
    ),
    features: sessionFeatures(sql, languageSettings(config, capacity.value, { starter, crates })),
    starters: await readStarters(join(root, 'starters'), starter),
    ...page,
    log,
  };
  const server = await startServer(settings, ports).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'listen') throw error;
    const where = `${host}:${port}`;
    throw new StartFailure(
      `Cannot listen on ${where} (${error.code}): set PLAYGROUND_HOST or PLAYGROUND_PORT.`,
    );
  });
  ending.add(server.close);
  const { instance, postgres } = settings.sessions.supply;
  const marks = dockerNameMarks(images[postgres] ?? '');
  const onLost = () => {
    log.error({ instance }, 'another server has taken this name while this one was suspended; ending');
    // In order, it would remove the other's containers.
    process.exit(1);
  };
  const held = await holdName(instance, { marks, clock: systemClock, log, onLost });
  letGoOfName = async () => {
    if (held.ok) await held.value();
    marks.close();
  };
  if (!held.ok) throw new StartFailure(held.error);
  const opened = await server.sessions.open();
  if (!opened.ok) throw new StartFailure(opened.error);
  const { containers, warm } = settings.sessions.supply;
  ending.serve();
  log.info({ containers, warm, builds: settings.sessions.builds }, 'ready');
  process.stdout.write(`pgrx playground is ready at ${server.url}\n`);
}

const config = readConfig(process.env);
if (!config.ok) {
  process.stderr.write(`Invalid settings; the server did not start:\n${config.error.join('\n')}\n`);
  process.exit(1);
}
const log = createLog(config.value.PLAYGROUND_LOG_LEVEL);
for (const name of unknownSettings(process.env)) log.warn({ name }, 'unknown setting');
const ending = endOnSignals(log);
try {
  await start(config.value, log, ending);
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`The server did not start: ${error.message}\n`);
  await ending.end(1);
}
