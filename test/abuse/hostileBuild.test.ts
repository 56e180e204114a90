import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectFiles } from '../../protocol/project.ts';
import { library, type Playground, startPlayground } from '../server/playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('abuse-build', { build: { buildMs: 30_000 } });
});
afterAll(() => playground[Symbol.asyncDispose]());

const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
const buildScript = (body: string): ProjectFiles => ({ ...hello, 'build.rs': `fn main() { ${body} }` });

/** A session after an abuse: a new container where the end says so, and then a run like any other. */
async function goesOn(end: object): Promise<void> {
  if ('sandboxUnusable' in end && end.sandboxUnusable) await playground.renew();
  const after = await playground.run(hello, 'select hello()');
  expect(after.end).toEqual({ kind: 'ok' });
}

test('a compiler that takes all memory', async () => {
  const files = library(
    'static ALL: &[u8] = include_bytes!("/dev/zero");\n#[pg_extern]\nfn hello() -> i32 { 1 }',
  );
  const { end, of } = await playground.run(files);
  expect(end).toMatchObject({ kind: 'limited' });
  expect(['memory', 'time']).toContain(of('limit')[0]?.what);
  await goesOn(end);
});

test('a build script that never ends', async () => {
  await using impatient = await startPlayground('abuse-slow', { build: { buildMs: 5000 } });
  const began = performance.now();
  const { end, of } = await impatient.run(buildScript('loop {}'));
  expect(end).toEqual({ kind: 'limited', what: 'time' });
  expect(of('limit')).toMatchObject([{ what: 'time', message: expect.stringContaining('5 s') }]);
  expect(of('build')).toMatchObject([{ ok: false }]);
  expect(performance.now() - began).toBeLessThan(15_000);
});

test('a build script that forks without end', async () => {
  const { end, of } = await playground.run(
    buildScript(
      'extern "C" { fn fork() -> i32; } loop { if unsafe { fork() } < 0 { panic!("{}", std::io::Error::last_os_error()) } }',
    ),
  );
  expect(['limited', 'failed', 'lost']).toContain(end.kind);
  if (end.kind === 'limited') expect(['processes', 'time', 'output']).toContain(of('limit')[0]?.what);
  await goesOn({ sandboxUnusable: end.kind === 'lost', ...end });
});

test('a build script that talks without end', async () => {
  const { end, events } = await playground.run(
    buildScript(
      'loop { println!("cargo::warning={}", "x".repeat(1000)); eprintln!("{}", "y".repeat(1000)); }',
    ),
  );
  expect(end).toMatchObject({ kind: 'limited' });
  expect(JSON.stringify(events).length).toBeLessThan(4 * 1024 * 1024);
  await goesOn(end);
});

test('a procedural flood of warnings', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => `fn unused_${index}() { let x = ${index}; }`).join(
    '\n',
  );
  const { end, of, events } = await playground.run(library(`${many}\n#[pg_extern]\nfn hello() -> i32 { 1 }`));
  expect(end).toEqual({ kind: 'ok' });
  expect(of('diagnostic').length).toBeLessThanOrEqual(200);
  expect(
    of('log')
      .map(({ text }) => text)
      .join(''),
  ).toMatch(/\d+ more compiler messages were omitted/);
  expect(JSON.stringify(events).length).toBeLessThan(4 * 1024 * 1024);
  await goesOn(end);
});

test('a build script that fills the disk', async () => {
  const { end, of } = await playground.run(
    buildScript(
      'use std::io::Write; let dir = std::env::var("OUT_DIR").unwrap(); let mut n = 0; loop { let mut file = std::fs::File::create(format!("{dir}/{n}")).unwrap(); for _ in 0..100 { file.write_all(&[1; 1 << 20]).unwrap(); } n += 1; }',
    ),
  );
  expect(end).toMatchObject({ kind: 'limited' });
  expect(['disk', 'memory']).toContain(of('limit')[0]?.what);
  await playground.renew();
  await goesOn(end);
});

test('a build script that kills all there is', async () => {
  const { end } = await playground.run(
    buildScript('extern "C" { fn kill(pid: i32, signal: i32) -> i32; } unsafe { kill(-1, 9) };'),
  );
  expect(['lost', 'failed', 'limited']).toContain(end.kind);
  await playground.renew();
  await goesOn(end);
});
