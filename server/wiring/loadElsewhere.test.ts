import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { runRequest } from '../../protocol/project.ts';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import { fakeBuild, fakeSql } from '../../test/support/fakes/fakeRun.ts';
import { packedBytes } from '../build/steps/takeLibrary.ts';
import type { TransferredLibrary } from '../ports/runPorts.ts';
import { loadElsewhere } from './loadElsewhere.ts';

const request = {
  ...runRequest.parse({ files: { 'src/lib.rs': '' }, mode: 'loadElsewhere', libraryOf: 17 }),
  postgres: 18,
};

async function stepsIn(port: FakeSandbox, transferred?: TransferredLibrary) {
  port.majors = [17, 18];
  const created = await port.create({ postgres: transferred ? 18 : 17, labels: {} });
  if (!created.ok) throw new Error(created.error.message);
  const events: RunEvent[] = [];
  const { signal } = new AbortController();
  const context = { sandbox: created.value, emit: (event: RunEvent) => void events.push(event), signal };
  const database = { created: null, started: { settings: null, preload: null } };
  const steps = loadElsewhere(fakeBuild, fakeSql, port);
  const end = await steps({ context, request, database, releaseBuildSlot: () => {}, transferred });
  return { end, events };
}

it('carries what the first container has built', async () => {
  const port = new FakeSandbox().on('sh', ({ stdout, stderr }) => {
    stderr.write('my_extension.so');
    stdout.write('H4sI');
    return 0;
  });
  const { end } = await stepsIn(port);
  expect(end).toMatchObject({
    end: { kind: 'ok' },
    transferred: { name: 'my_extension.so', packed: 'H4sI' },
  });
});

it('carries nothing that is too large, nor half of it', async () => {
  const port = new FakeSandbox().on('sh', ({ stdout }) => {
    stdout.write(Buffer.alloc(packedBytes + 1, 'A'));
    return 0;
  });
  const { end } = await stepsIn(port);
  expect(end).toEqual({
    end: { kind: 'failed', message: expect.stringContaining('limit is 12 MiB') },
    step: 'sql',
  });
});

it('says that there was none', async () => {
  const { end } = await stepsIn(new FakeSandbox().on('sh', () => 1));
  expect(end).toEqual({
    end: { kind: 'failed', message: expect.stringContaining('no library') },
    step: 'sql',
  });
});

it.each([
  ['my_extension.so', '/work/from-postgres-17/my_extension.so'],
  ['../../pgdata/x.so', '/work/from-postgres-17/library.so'],
  ["x' ; drop.so", '/work/from-postgres-17/library.so'],
])('puts one called %j at a path of its own', async (name, path) => {
  const port = new FakeSandbox().on('sh', ({ stdin }) => {
    stdin.resume();
    return 0;
  });
  const { end, events } = await stepsIn(port, { name, packed: 'H4sI' });
  expect(port.executed.at(-1)?.slice(-2)).toEqual(['/work/from-postgres-17', path]);
  expect(end.end.kind).toBe('ok');
  expect(events.at(-1)).toMatchObject({ type: 'statement', sql: `LOAD '${path}';` });
});
