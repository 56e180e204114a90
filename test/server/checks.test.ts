import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunEvent, RunEventOf } from '../../protocol/events/events.ts';
import { runEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { BuildLimits } from '../../server/build/buildLimits.ts';
import { createCheckPort } from '../../server/build/createCheckPort.ts';
import type { CheckPort, StepEnd } from '../../server/ports/runPorts.ts';
import { script } from '../support/execToEnd.ts';
import { library, type Playground, starter, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('checks');
});
afterAll(() => playground[Symbol.asyncDispose]());

const shell = (text: string) => script(playground.subject.port, playground.sandbox, text);
/** What is installed and what was built, with the times by which a build knows whether anything changed. */
const made = () =>
  shell(
    'find /install /work/project /work/.made /work/target/debug/*.so -type f -printf "%p %T@ %s\\n" | sort',
  );

interface Told {
  end: { kind: 'ok' } | StepEnd;
  types: string[];
  of<T extends RunEvent['type']>(type: T): RunEventOf<T>[];
  ms: number;
}

async function ask(
  what: (port: CheckPort, context: Parameters<CheckPort['prepare']>[0]) => ReturnType<CheckPort['prepare']>,
  {
    limits,
    signal = new AbortController().signal,
  }: { limits?: Partial<BuildLimits>; signal?: AbortSignal } = {},
): Promise<Told> {
  const events: RunEvent[] = [];
  const port = createCheckPort(playground.subject.port, {
    starter,
    crates: () => [],
    ...(limits && { limits }),
  });
  const began = performance.now();
  const emit = (event: RunEvent) => void events.push(runEvent.parse(event));
  const end = await what(port, { sandbox: playground.sandbox, emit, signal });
  const ms = performance.now() - began;
  return {
    end,
    ms,
    types: events.map(({ type }) => type),
    of: (type) => events.filter((e) => e.type === type) as never,
  };
}
const check = (files: ProjectFiles, options?: Parameters<typeof ask>[1]) =>
  ask((port, context) => port.check(context, files, 'check'), options);
const lint = (files: ProjectFiles) => ask((port, context) => port.check(context, files, 'clippy'));
const prepare = (files: ProjectFiles, options?: Parameters<typeof ask>[1]) =>
  ask((port, context) => port.prepare(context, files), options);
const format = (files: ProjectFiles) => ask((port, context) => port.format(context, files));

const hello = (body: string) => library(`#[pg_extern]\nfn hello() -> i32 { ${body} }`);

test('[Q1] a check says what the compiler says, with what it would write instead, and touches nothing', async () => {
  expect((await playground.run(hello('1'), 'select hello()')).end).toEqual({ kind: 'ok' });
  const before = await made();
  for (const [body, code] of [
    ['let a = 2; a += 1; a', 'E0384'],
    ['nope', 'E0425'],
    ['let a = 2; 3', 'unused_variables'],
  ] as const) {
    const { of, end, types } = await check(hello(body));
    expect(of('diagnostic')[0]).toMatchObject({ code, file: 'src/lib.rs', line: 4 });
    const ok = code === 'unused_variables';
    expect(end).toEqual({ kind: ok ? 'ok' : 'failed' });
    expect(of('build')).toMatchObject([{ ok }]);
    expect(types).not.toContain('log');
  }
  const suggested = await check(hello('let a = 2; a += 1; a'));
  expect(suggested.of('diagnostic')[0]?.suggestions[0]?.edits[0]).toMatchObject({ replacement: 'mut ' });
  expect(await made()).toBe(before);
  const again = await playground.run(hello('1'), 'select hello()');
  expect(
    again
      .of('log')
      .map(({ text }) => text)
      .join(''),
  ).not.toContain('Compiling');
});

test('[Q1] a check follows Cargo.toml and its errors, a crate name that is a keyword, and a missing control file', async () => {
  const manifest = starter['Cargo.toml'] ?? '';
  const broken = await check({
    ...hello('1'),
    'Cargo.toml': manifest.replace('[dependencies]', '[dependencies'),
  });
  expect(broken.end).toEqual({ kind: 'failed' });
  expect(broken.of('diagnostic')).toMatchObject([{ file: 'Cargo.toml', severity: 'error' }]);
  const keyword = await check({
    ...hello('1'),
    'Cargo.toml': manifest.replace('name = "my_extension"', 'name = "fn"'),
  });
  expect(keyword.of('diagnostic')).toMatchObject([{ file: 'Cargo.toml' }]);
  const missing = await check({
    ...hello('1'),
    'Cargo.toml': manifest.replace('serde = ', 'no_such_crate = '),
  });
  expect(missing.of('diagnostic')).toMatchObject([
    { file: 'Cargo.toml', message: expect.stringContaining('no_such_crate') },
  ]);
  expect((await check({ ...hello('1'), 'Cargo.toml': manifest })).end).toEqual({ kind: 'ok' });
  const modules: ProjectFiles = { ...hello('other::two()'), 'src/other.rs': 'pub fn two() -> i32 { 2 }' };
  modules['src/lib.rs'] += '\nmod other;';
  expect((await check(modules)).of('diagnostic')).toEqual([]);
  const { 'src/other.rs': _, ...without } = modules;
  expect((await check(without)).of('diagnostic')[0]).toMatchObject({ code: 'E0583' });
});

test('a build script that hangs and a macro that floods end by their limits', async () => {
  const hanging = { ...hello('1'), 'build.rs': 'fn main() { loop {} }' };
  const slow = await check(hanging, { limits: { buildMs: 3_000 } });
  expect(slow.end).toEqual({ kind: 'limited', what: 'time' });
  expect(slow.of('limit')).toMatchObject([{ message: 'The check took over 3 s and was stopped.' }]);
  expect(await shell('pgrep -c build-script || true')).toBe('0');
  const flooding = {
    ...hello('1'),
    'build.rs': 'fn main() { loop { println!("cargo:warning={}", "x".repeat(9000)); } }',
  };
  const loud = await check(flooding, {
    limits: { buildMs: 10_000, messageBytes: 200_000, logBytes: 200_000 },
  });
  // Cargo keeps what a build script says, so that memory may be what it has too little of.
  expect(loud.of('limit')).toHaveLength(1);
  expect(loud.end).toMatchObject({ kind: 'limited' });
  const many = await check(
    library(
      'macro_rules! loud { ($($n:ident)*) => { $(pub fn $n() { let a = 1; })* } }\nloud!{' +
        Array.from({ length: 400 }, (_, n) => `f${n}`).join(' ') +
        '}',
    ),
  );
  expect(many.end).toEqual({ kind: 'ok' });
  expect(many.of('diagnostic').length).toBeLessThanOrEqual(200);
  expect((await check(hello('5'))).end).toEqual({ kind: 'ok' });
});

test('[Q2] what was built ahead is only installed by the run; what was not built to its end is built', async () => {
  await playground.run(hello('10'), 'select hello()');
  const installed = await shell('find /install -type f -printf "%p %T@ %s\\n" | sort');
  const ahead = await prepare(hello('11'));
  expect(ahead.end).toEqual({ kind: 'ok' });
  expect(await shell('find /install -type f -printf "%p %T@ %s\\n" | sort')).toBe(installed);
  const run = await playground.run(hello('11'), 'select hello()');
  expect(run.of('statement')[0]?.rows).toEqual([['11']]);
  expect(
    run
      .of('log')
      .map(({ text }) => text)
      .join(''),
  ).not.toContain('Compiling');

  // Killed at any moment, it leaves nothing that a run would take for built.
  for (let n = 0; n < 8; n++) {
    const body = `let unused = ${n}; ${100 + n}`;
    await prepare(hello(body), { signal: AbortSignal.timeout(20 + n * 60) });
    const next = await playground.run(hello(body), 'select hello()');
    expect(next.of('statement')[0]?.rows).toEqual([[`${100 + n}`]]);
    expect(next.of('diagnostic')).toMatchObject([{ code: 'unused_variables' }]);
  }
  // Of the wrong text nothing is left either.
  await prepare(hello('0'), { signal: AbortSignal.timeout(150) });
  const other = await playground.run(hello('200'), 'select hello()');
  expect(other.of('statement')[0]?.rows).toEqual([['200']]);
});

test('[Q3] formatting tells only what changes, and a syntax error at its place', async () => {
  const files = {
    ...starter,
    'src/lib.rs': 'mod a;\nfn   b( ) { }\n',
    'src/a.rs': 'pub fn a() {}\n',
    'src/ü.rs': 'fn  u(){}',
  };
  const { end, of } = await format(files);
  expect(end).toEqual({ kind: 'ok' });
  expect(of('formatted').map(({ file, text }) => [file, text])).toEqual([
    ['src/lib.rs', 'mod a;\nfn b() {}\n'],
    ['src/ü.rs', 'fn u() {}\n'],
  ]);
  const wrong = await format({ ...files, 'src/a.rs': 'pub fn a() {\n  let 🦀 = (;\n}' });
  expect(wrong.end).toEqual({ kind: 'failed' });
  expect(wrong.types).toEqual(['phase', 'diagnostic']);
  expect(wrong.of('diagnostic')[0]).toMatchObject({ file: 'src/a.rs', severity: 'error', line: 2 });
  expect(
    (
      await format({
        ...files,
        'rustfmt.toml': 'hard_tabs = true',
        'src/a.rs': 'fn a(){b()}',
        'src/lib.rs': 'mod a;\n',
      })
    ).of('formatted')[0]?.text,
  ).toContain('\t');
});

test('[Q1] lint names clippy’s lints, with what it would write instead', async () => {
  const { of, end } = await lint(hello('return 1;'));
  expect(end).toEqual({ kind: 'ok' });
  expect(of('diagnostic')[0]).toMatchObject({ code: 'clippy::needless_return', file: 'src/lib.rs', line: 4 });
  expect(of('diagnostic')[0]?.suggestions.length).toBe(1);
  expect((await lint(hello('1'))).of('diagnostic')).toEqual([]);
  expect((await lint(hello('nope'))).end).toEqual({ kind: 'failed' });
});
