import type { lessonSource } from '../../../lessons/lessonSource.ts';
import { Seats } from '../../../server/language/Seats.ts';
import { snippetPacker } from '../../../server/snippets/snippetPacker.ts';
import { sourceReader } from '../../../server/sources/readSource.ts';
import type { ServerPorts } from '../../../server/startServer.ts';
import { runModes } from '../../../server/wiring/runModes.ts';
import { sessionFeatures } from '../../../server/wiring/sessionFeatures.ts';
import { packHere } from '../packHere.ts';
import { openStore } from '../storeQuestions.ts';
import { FakeSandbox } from './FakeSandbox.ts';
import { fakePsql } from './fakePsql.ts';
import { fakeBuild, fakeSql } from './fakeRun.ts';
import { fakeTestPorts } from './fakeTestPorts.ts';
import { fakeVersions } from './fakeVersions.ts';

const starter = {
  'Cargo.toml': '[package]\nname = "my_extension"\n',
  'my_extension.control': '# my_extension',
};

/** What a server needs beside its page and its log, with containers, compiler and Postgres played. */
export async function fakePorts(lessons: ReturnType<typeof lessonSource>) {
  const sandbox = new FakeSandbox().on('sh', fakeVersions).on('psql', fakePsql);
  return {
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
    store: await openStore({ kind: 'sqlite', file: ':memory:' }),
    images: { 17: 'pgrx-playground:test' },
    lock: '# lock\n',
    pack: snippetPacker(starter, packHere),
    readSource: sourceReader({ sources: [], timeMs: 1_000 }),
  } satisfies Partial<ServerPorts>;
}
