import { join } from 'node:path';
import { lessonSource } from '../../lessons/lessonSource.ts';
import { checkModes } from '../../server/build/checkModes.ts';
import { createBuildPort } from '../../server/build/createBuildPort.ts';
import { createCheckPort } from '../../server/build/createCheckPort.ts';
import { Seats } from '../../server/language/Seats.ts';
import { pictureDrawer } from '../../server/pictures/drawPicture.ts';
import { ownerLabel } from '../../server/ports/labels.ts';
import type { SessionsSettings } from '../../server/sessions/sessionsSettings.ts';
import { snippetPacker } from '../../server/snippets/snippetPacker.ts';
import { sourceReader } from '../../server/sources/readSource.ts';
import { createSqlPort } from '../../server/sql/createSqlPort.ts';
import type { SplitScript } from '../../server/sql/split/scriptSplitting.ts';
import { readStarter } from '../../server/starters/readStarter.ts';
import { type RunningServer, startServer } from '../../server/startServer.ts';
import { runModes } from '../../server/wiring/runModes.ts';
import { sessionFeatures } from '../../server/wiring/sessionFeatures.ts';
import { openTasks } from '../../server/wiring/tasks.ts';
import { serverSettings } from '../support/serverSettings.ts';
import { openStore } from '../support/storeQuestions.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

/** The whole server over real containers, in the test's own process; it has no page. */
export interface RealServer extends AsyncDisposable {
  readonly server: RunningServer;
  readonly subject: Subject;
  /** The name that the containers are labelled with. */
  readonly owner: string;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Disposing it throws where a container is left. */
export async function startRealServer(
  suite: string,
  changes: Partial<SessionsSettings> = {},
): Promise<RealServer> {
  const subject = dockerSubject(suite);
  const owner = subject.labels[ownerLabel] ?? '';
  // Longer than anything here takes on a machine that is busy with other things.
  const tasks = openTasks();
  const split: SplitScript = (script, key) => tasks.run('splitScript', script, key);
  const sql = createSqlPort(subject.port, split, { statementMs: 60_000, scriptMs: 90_000 });
  const starter = await readStarter(join(import.meta.dirname, '../../docker/starter'));
  const build = createBuildPort(subject.port, { starter, crates: () => [] });
  const checks = createCheckPort(subject.port, { starter, crates: () => [] });
  const settings = serverSettings();
  settings.sessions.supply.instance = owner;
  settings.sessions = { ...settings.sessions, graceMs: 10_000, ...changes };
  const server = await startServer(settings, {
    sandbox: subject.port,
    modes: runModes(
      build,
      sql,
      lessonSource(['tutorials'], { fresh: false }),
      subject.port,
      checkModes(checks, { prepare: true }),
    ),
    features: sessionFeatures(sql, {
      seats: new Seats(1),
      memoryBytes: 1536 * 1024 * 1024,
      starter,
      crates: () => [],
    }),
    starters: [],
    store: await openStore({ kind: 'sqlite', file: ':memory:' }),
    images: { 17: 'pgrx-playground:test' },
    lock: '# lock\n',
    draw: await pictureDrawer(),
    pack: snippetPacker(starter, (given, key) => tasks.run('packProject', given, key)),
    readSource: sourceReader({ sources: [], timeMs: 1_000 }),
    page: () => {},
    log: silent,
  });
  const opened = await server.sessions.open();
  if (!opened.ok) throw new Error(opened.error);
  return {
    server,
    subject,
    owner,
    async [Symbol.asyncDispose]() {
      await server.close();
      const left = await subject.port.list(subject.labels);
      await tasks[Symbol.asyncDispose]();
      await subject[Symbol.asyncDispose]();
      if (!left.ok || left.value.length > 0) throw new Error(`containers are left: ${JSON.stringify(left)}`);
    },
  };
}
