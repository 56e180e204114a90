import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PGRX_VERSION, releaseOf } from '../../docker/pgrxVersion.mjs';
import { type RunEvent, runEvent } from '../../protocol/events/events.ts';
import { withPgrx } from '../../protocol/pgrxPins.ts';
import type { RunRequest } from '../../protocol/project.ts';
import { versions } from '../../protocol/versions.ts';
import { newId } from '../../server/base/newId.ts';
import { lockPackages } from '../../server/snippets/lockPackages.ts';
import { readStarter } from '../../server/starters/readStarter.ts';
import { freePort, ServerProcess } from '../support/ServerProcess.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { testToolchains } from '../support/subject.ts';
import { testOwner } from '../support/testOwner.ts';

// `npm run pgrx`: one server with the images of two releases of pgrx, as `npm start` sets it up.
const found = testToolchains.find(({ pgrx }) => pgrx !== undefined);
if (!found?.pgrx)
  throw new Error(
    'There is no image with another pgrx. List one: PLAYGROUND_PGRX=DEFAULT,OTHER npm run pgrx',
  );
const { postgres, pgrx } = found;

const folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-other-'));
const starter = await readStarter('docker/starter');
let server: ServerProcess;
let url = '';
beforeAll(async () => {
  server = new ServerProcess({
    PLAYGROUND_PORT: await freePort(),
    PLAYGROUND_INSTANCE: testOwner(`other-pgrx-${process.pid}`),
    PLAYGROUND_STORE: join(folder, 'links.db'),
    PLAYGROUND_WARM: '1',
    DATABASE_URL: '',
  });
  url = await server.ready();
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.exited;
  rmSync(folder, { recursive: true, force: true });
});

/** A project that says which pgrx it was compiled with, by the lock file of its build. */
const saying = {
  'src/lib.rs':
    'use pgrx::prelude::*;\n\n::pgrx::pg_module_magic!();\n\n#[pg_extern]\nfn made_with() -> &\'static str {\n    env!("MADE_WITH")\n}\n',
  'build.rs': `fn main() {
    let lock = std::fs::read_to_string("Cargo.lock").unwrap();
    let (_, after) = lock.split_once("name = \\"pgrx\\"\\nversion = \\"").unwrap();
    println!("cargo::rustc-env=MADE_WITH={}", after.split('"').next().unwrap());
}
`,
};
const pinning = { ...saying, 'Cargo.toml': withPgrx(starter['Cargo.toml'] ?? '', releaseOf(pgrx)) };
const sql = 'select made_with();';

function post(path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`${url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
async function run(request: Partial<RunRequest>): Promise<RunEvent[]> {
  const answer = await post('run', { postgres, ...request });
  const lines = (await answer.text()).trim().split('\n');
  return lines.map((line) => runEvent.parse(JSON.parse(line)));
}
const rows = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'statement' ? event.rows : []));
const problems = (events: readonly RunEvent[]) => events.filter(({ type }) => type === 'diagnostic');
const outcome = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'done' ? event.outcome : []));

test('tells both, each with the crates of its image', async () => {
  const known = versions.parse(await (await fetch(`${url}/api/v1/versions`)).json());
  expect(known).toMatchObject({ pgrx: PGRX_VERSION, otherPgrx: [{ pgrx, postgres: [{ major: postgres }] }] });
  for (const { pgrx: release, crates } of [known, ...(known.otherPgrx ?? [])])
    expect(crates).toContainEqual({ name: 'pgrx', version: release, features: [] });
});

test('compiles with the one that is named, that Cargo.toml pins, and otherwise with the default', async () => {
  for (const [request, made] of [
    [{ files: saying, pgrx }, pgrx],
    [{ files: pinning }, pgrx],
    [{ files: saying }, PGRX_VERSION],
    [{ files: { ...saying, 'Cargo.toml': starter['Cargo.toml'] ?? '' }, pgrx }, PGRX_VERSION],
  ] as const) {
    const events = await run({ ...request, sql });
    expect(problems(events)).toEqual([]);
    expect(rows(events)).toEqual([[made]]);
  }
});

test('changes a session from one to the other', async () => {
  await using page = await SocketPage.connect(url);
  for (const [files, made] of [
    [saying, PGRX_VERSION],
    [pinning, pgrx],
  ] as const) {
    const id = newId();
    page.send({ type: 'run', run: id, request: { postgres, files, sql, mode: 'run' } });
    await page.until('event', ({ run: of, event }) => of === id && event.type === 'done');
    const events = page.of('event').flatMap(({ run: of, event }) => (of === id ? event : []));
    expect(rows(events)).toEqual([[made]]);
  }
  const held = page.of('session').findLast(({ container }) => container === 'ready');
  expect(held).toMatchObject({ postgres, pgrx });
  page.send({ type: 'leave' });
});

test.each(['check', 'lint', 'test'] as const)(
  'does %s with it, without compiling pgrx again',
  async (mode) => {
    const events = await run({ files: { ...starter, 'Cargo.toml': pinning['Cargo.toml'] }, mode });
    expect([...problems(events), ...outcome(events)]).toEqual(['ok']);
    const log = events.flatMap((event) => (event.type === 'log' ? event.text : [])).join('');
    expect(log.match(/Compiling pgrx\S* /g) ?? []).toEqual([]);
  },
);

test('keeps it with a link, whose page runs with it', async () => {
  const { id } = await (await post('snippets', { postgres, pgrx, files: saying, sql })).json();
  const link = await (await fetch(`${url}/api/v1/snippets/${id}`)).json();
  expect(link).toMatchObject({ madeWith: { pgrx } });
  expect(lockPackages(link.lock).get('pgrx')).toBe(pgrx);
  const page = await (await fetch(`${url}/s/${id}`)).text();
  // What the page's code is given: no differences, and the pgrx to run with.
  expect(page.replaceAll('\\"', '"').includes(`"changes":[],"lock":null,"pgrx":"${pgrx}"`)).toBe(true);
});

test('refuses another, and lists those that it has', async () => {
  const answer = await post('run', { files: saying, pgrx: '0.1.0' });
  expect(answer.status).toBe(422);
  expect((await answer.json()).detail).toContain(`Available: ${PGRX_VERSION}, ${pgrx}.`);
});
