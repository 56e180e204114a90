import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PGRX_BENCH_VERSION, PGRX_VERSION } from '../../docker/pgrxVersion.mjs';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { createBuildPort } from '../../server/build/createBuildPort.ts';
import { library, type Playground, starter, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('brought');
});
afterAll(() => playground[Symbol.asyncDispose]());

const crates = [
  { name: 'pgrx', version: PGRX_VERSION },
  { name: 'pgrx-bench', version: PGRX_BENCH_VERSION },
  { name: 'pgrx-tests', version: PGRX_VERSION },
  { name: 'serde', version: '1.0.0' },
  { name: 'hex', version: '0.4.3' },
];
const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
const manifest = starter['Cargo.toml'] ?? '';

/** Builds where it is known what the image has. */
async function build(files: ProjectFiles) {
  const port = createBuildPort(playground.subject.port, { starter, crates: () => crates });
  const events: RunEvent[] = [];
  const emit = (event: RunEvent) => void events.push(event);
  const context = { sandbox: playground.sandbox, emit, signal: new AbortController().signal };
  const built = await port.build(context, files);
  const told = events.flatMap((event) => (event.type === 'diagnostic' ? [event] : []));
  const compiling = events.filter(({ type }) => type === 'compiling');
  const log = events.flatMap((event) => (event.type === 'log' ? [event.text] : [])).join('');
  return { built, told, log, compiling };
}

test('a project that pins another patch release of pgrx is built with the one that is here, and says so', async () => {
  const minor = PGRX_VERSION.replace(/\d+$/, '');
  const older = manifest
    .replaceAll(`=${PGRX_VERSION}`, `=${minor}0`)
    .replaceAll(`=${PGRX_BENCH_VERSION}`, `=${minor}0`);
  expect(older).toContain(`pgrx = "=${minor}0"`);
  const lock = readFileSync('docker/starter/Cargo.lock', 'utf8').replaceAll(
    `version = "${PGRX_VERSION}"`,
    `version = "${minor}0"`,
  );
  const { built, told } = await build({ ...hello, 'Cargo.toml': older, 'Cargo.lock': lock });
  expect(built).toMatchObject({ kind: 'installed' });
  expect(told.map(({ severity, message }) => [severity, message.split(',')[0]])).toEqual([
    ['warning', `This server has pgrx ${PGRX_VERSION}`],
    ['warning', `This server has pgrx-bench ${PGRX_BENCH_VERSION}`],
    ['warning', `This server has pgrx-tests ${PGRX_VERSION}`],
  ]);
});

test.each([
  ['lto = "thin"\nopt-level = 1', ['lto', 'opt-level']],
  ['debug-assertions = false\n[profile.dev.package."*"]\nopt-level = 3', ['debug-assertions', 'package']],
])('a dev profile has nothing but the project compiled: %j', async (lines, names) => {
  const text = manifest.replace('[profile.dev]\n', `[profile.dev]\n${lines}\n`);
  // The panic setting follows, whichever table it then stands in.
  const { built, told, log, compiling } = await build({
    ...hello,
    'Cargo.toml': text.replace('panic = "unwind"\n', ''),
  });
  expect(built).toMatchObject({ kind: 'installed' });
  expect(told.map(({ severity, message }) => [severity, message.split(' ')[0]])).toEqual(
    names.map((name) => ['warning', name]),
  );
  expect(compiling).toEqual([]);
  expect(log.match(/Compiling (?!my_extension)\S+/g) ?? []).toEqual([]);
});

test('a crate for tests that is not here is told, and stops no run', async () => {
  const text = manifest.replace('[dev-dependencies]\n', '[dev-dependencies]\nquickcheck = "1"\n');
  const { built, told } = await build({ ...hello, 'Cargo.toml': text });
  expect(built).toMatchObject({ kind: 'installed' });
  expect(told).toMatchObject([
    { severity: 'warning', line: text.split('\n').indexOf('quickcheck = "1"') + 1 },
  ]);
});

test('[E8] a feature that the image has not compiled is named when its crate is compiled for it', async () => {
  const text = manifest.replace(
    '[dependencies]\n',
    '[dependencies]\nhex = { version = "0.4", features = ["serde"] }\n',
  );
  const first = await build({ ...hello, 'Cargo.toml': text });
  expect(first.built).toMatchObject({ kind: 'installed' });
  expect(first.compiling[0]).toEqual({
    type: 'compiling',
    why: expect.stringMatching(
      /^The server hasn’t compiled all that the project asks for: hex with serde[;.]/,
    ),
    done: 0,
    total: null,
  });
  expect(first.log).not.toContain('Building');
  const second = await build({ ...hello, 'Cargo.toml': text.replace('[package]', '# again\n[package]') });
  expect(second.compiling).toEqual([]);
});
