import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ProjectFiles } from '../../protocol/project.ts';
import { newId } from '../../server/base/newId.ts';
import { ownContainers } from '../abuse/support/ownContainers.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { library } from './playground.ts';
import { type RealServer, startRealServer } from './realServer.ts';

let real: RealServer;
let url: string;
beforeAll(async () => {
  // One place to build, so that whoever is in it is in the way of all others.
  real = await startRealServer('typing', { builds: 1 });
  url = real.server.url;
});
afterAll(() => real[Symbol.asyncDispose]());

const hello = (n: number) => library(`#[pg_extern]\nfn hello() -> i32 { ${n} }`);
const hanging = { ...hello(0), 'build.rs': 'fn main() { loop {} }' };

function begin(
  page: SocketPage,
  type: 'run' | 'background',
  mode: 'run' | 'check' | 'prepare',
  files: ProjectFiles,
) {
  const run = newId();
  page.send({ type, run, request: { files, sql: type === 'run' ? 'select hello()' : '', mode } });
  return run;
}
const outcome = async (page: SocketPage, type: 'event' | 'background', of: string) => {
  const { event } = await page.until(type, ({ run, event: { type: is } }) => run === of && is === 'done');
  return event.type === 'done' && event.outcome;
};
const execute = promisify(execFile);
/** The Engine sees the build script at its work. */
const untilHanging = () =>
  vi.waitFor(
    async () => {
      const ids = await ownContainers(real.owner);
      const all = await Promise.all(ids.map((id) => execute('docker', ['top', id])));
      expect(all.map(({ stdout }) => stdout).join()).toContain('build-script-build');
    },
    { timeout: 20_000, interval: 100 },
  );
const row = (page: SocketPage, of: string) =>
  page.of('event').flatMap(({ run, event }) => (run === of && event.type === 'statement' ? event.rows : []));

it('[B1] a run while a check hangs in a build script is run, and the check ends', async () => {
  await using page = await SocketPage.connect(url);
  const first = begin(page, 'run', 'run', hello(1));
  expect(await outcome(page, 'event', first)).toBe('ok');
  const check = begin(page, 'background', 'check', hanging);
  await page.until('background', ({ run, event }) => run === check && event.type === 'phase');
  await untilHanging();
  const pressed = begin(page, 'run', 'run', hello(2));
  expect(await outcome(page, 'event', pressed)).toBe('ok');
  expect(row(page, pressed)).toEqual([['2']]);
  expect(await outcome(page, 'background', check)).toBe('cancelled');
  page.send({ type: 'leave' });
});

it('[B3] another’s run takes the place over at once from a check and a build ahead', async () => {
  await using typist = await SocketPage.connect(url);
  await using other = await SocketPage.connect(url);
  for (const page of [typist, other])
    expect(await outcome(page, 'event', begin(page, 'run', 'run', hello(1)))).toBe('ok');
  const check = begin(typist, 'background', 'check', hanging);
  await typist.until('background', ({ run, event }) => run === check && event.type === 'phase');
  const pressed = begin(other, 'run', 'run', hello(3));
  expect(await outcome(other, 'event', pressed)).toBe('ok');
  const waits = other
    .of('event')
    .filter(({ run, event }) => run === pressed && event.type === 'phase' && event.phase === 'queued');
  expect(waits).toEqual([]);
  expect(await outcome(typist, 'background', check)).toBe('cancelled');
  // Once it is free again, the next is let in.
  expect(await outcome(typist, 'background', begin(typist, 'background', 'check', hello(4)))).toBe('ok');
  for (const page of [typist, other]) page.send({ type: 'leave' });
});

it('[B1] a run of what is being built ahead waits for that, and compiles nothing itself', async () => {
  await using page = await SocketPage.connect(url);
  expect(await outcome(page, 'event', begin(page, 'run', 'run', hello(6)))).toBe('ok');
  const ahead = begin(page, 'background', 'prepare', hello(7));
  await page.until('background', ({ run, event }) => run === ahead && event.type === 'phase');
  const pressed = begin(page, 'run', 'run', hello(7));
  expect(await outcome(page, 'event', pressed)).toBe('ok');
  expect(row(page, pressed)).toEqual([['7']]);
  expect(await outcome(page, 'background', ahead)).toBe('ok');
  const said = page
    .of('event')
    .flatMap(({ run, event }) => (run === pressed && event.type === 'log' ? event.text : ''));
  expect(said.join('')).not.toContain('Compiling');
  page.send({ type: 'leave' });
});

it('[Q2] a run of what was built ahead compiles nothing', async () => {
  await using page = await SocketPage.connect(url);
  const checked = begin(page, 'background', 'check', hello(5));
  expect(await outcome(page, 'background', checked)).toBe('ok');
  expect(await outcome(page, 'background', begin(page, 'background', 'prepare', hello(5)))).toBe('ok');
  const pressed = begin(page, 'run', 'run', hello(5));
  expect(await outcome(page, 'event', pressed)).toBe('ok');
  expect(row(page, pressed)).toEqual([['5']]);
  const said = page.of('event').flatMap(({ event }) => (event.type === 'log' ? event.text : ''));
  expect(said.join('')).not.toContain('Compiling');
  page.send({ type: 'leave' });
});
