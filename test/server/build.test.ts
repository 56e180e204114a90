import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ProjectFiles } from '../../protocol/project.ts';
import { script } from '../support/execToEnd.ts';
import { library, type Playground, starter, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('build');
});
afterAll(() => playground[Symbol.asyncDispose]());

const shell = (text: string) => script(playground.subject.port, playground.sandbox, text);
const hello = (what: string): ProjectFiles =>
  library(`#[pg_extern]\nfn hello() -> &'static str { "${what}" }`);
const answer = async (files: ProjectFiles) => {
  const { of, end } = await playground.run(files, 'select hello()');
  return end.kind === 'ok' ? of('statement')[0]?.rows[0]?.[0] : end;
};

test('the starter compiles, and says what it does while it does it', async () => {
  const { events, end, of } = await playground.run(starter, 'select hello_my_extension()');
  expect(end).toEqual({ kind: 'ok' });
  expect(of('phase').map(({ phase }) => phase)).toEqual(['building', 'installing', 'running']);
  const log = of('log').map(({ text }) => text);
  expect(log.join('')).toContain('Compiling');
  expect(log.join('')).toContain('\u001b[');
  const order = events.map(({ type }) => type).filter((type) => type !== 'log');
  expect(order).toEqual(['phase', 'build', 'phase', 'phase', 'extension', 'statement']);
  expect(of('statement')).toMatchObject([{ rows: [['Hello, my_extension']] }]);
  expect(of('extension')[0]?.sql).toContain('CREATE  FUNCTION "hello_my_extension"');
});

test('nothing is compiled anew where nothing changed, and everything that changed is', async () => {
  expect(await answer(hello('one'))).toBe('one');
  const again = await playground.run(hello('one'), 'select hello()');
  expect(
    again
      .of('log')
      .map(({ text }) => text)
      .join(''),
  ).not.toContain('Compiling');
  expect(await answer(hello('two'))).toBe('two');
  expect(await answer(hello('one'))).toBe('one');
});

test('changed sources go to rustc alone, and all else to cargo', async () => {
  const said = async (files: ProjectFiles) => {
    const { of, end } = await playground.run(files, 'select hello()');
    const log = of('log').map(({ text }) => text);
    return [end.kind, of('statement')[0]?.rows[0]?.[0], /only its sources/.test(log.join(''))];
  };
  const warns = (what: string) =>
    library(`#[pg_extern]\nfn hello() -> &'static str { let unused = 1; "${what}" }`);
  expect(await answer({ ...hello('one'), 'data.txt': 'new' })).toBe('one');
  expect(await said({ ...hello('two'), 'data.txt': 'new' })).toEqual(['ok', 'two', true]);
  expect(await said(hello('three'))).toEqual(['ok', 'three', false]);
  const { of } = await playground.run(warns('four'), '');
  expect(of('diagnostic')).toMatchObject([{ code: 'unused_variables', line: 4 }]);
  const again = await playground.run(warns('four'), 'select hello()');
  expect(again.of('diagnostic')).toEqual(of('diagnostic'));
  expect(again.of('statement')).toMatchObject([{ rows: [['four']] }]);
  // A library that was made since by hand, with other features, is not taken for this one.
  await shell('cd /work/project; echo "broken(" >> src/lib.rs; touch /work/target/debug/libmy_extension.so');
  expect(await said(warns('four'))).toEqual(['ok', 'four', true]);
  expect(await said(hello('a compile error {'))).toEqual(['ok', 'a compile error {', true]);
  const failed = await playground.run(library('fn broken('), '');
  expect(failed.end).toEqual({ kind: 'failed' });
  expect(failed.of('diagnostic')[0]).toMatchObject({ severity: 'error', file: 'src/lib.rs' });
  expect(await said(hello('five'))).toEqual(['ok', 'five', true]);
});

test('a file that times lie about, and one that code put in its place, are compiled as they should be', async () => {
  expect(await answer(hello('one'))).toBe('one');
  await shell('echo "broken(" > /work/project/src/lib.rs; touch -d 2001-01-01 /work/project/src/lib.rs');
  expect(await answer(hello('one'))).toBe('one');
  await shell(
    'cd /work/project; mv src /tmp/moved; ln -s /tmp/moved src; rm Cargo.toml; mkdir Cargo.toml; ln -s /etc/passwd a.rs',
  );
  expect(await answer(hello('two'))).toBe('two');
  expect(await shell('cd /work/project; find . ! -type f ! -type d; stat -c %F src Cargo.toml')).toBe(
    'directory\nregular file',
  );
  await shell('rm -rf /work/project; mkdir /tmp/other; ln -s /tmp/other /work/project');
  expect(await answer(hello('three'))).toBe('three');
});

test('modules, included files and build scripts are followed; files that are gone are gone', async () => {
  const modules: ProjectFiles = {
    'src/lib.rs': `use pgrx::prelude::*;
pg_module_magic!();
mod deep;
#[pg_extern]
fn hello() -> String { format!("{} {} {}", deep::word(), include_str!("../data/a file.txt"), env!("FROM_BUILD")) }`,
    'src/deep/mod.rs': 'mod er; pub fn word() -> i32 { er::number() }',
    'src/deep/er.rs': 'pub fn number() -> i32 { 1 }',
    'data/a file.txt': 'text',
    'build.rs': 'fn main() { println!("cargo::rustc-env=FROM_BUILD=built"); }',
  };
  expect(await answer(modules)).toBe('1 text built');
  expect(await answer({ ...modules, 'src/deep/er.rs': 'pub fn number() -> i32 { 2 }' })).toBe('2 text built');
  expect(await answer({ ...modules, 'data/a file.txt': 'more' })).toBe('1 more built');
  const { 'src/deep/er.rs': _gone, ...without } = modules;
  const { of, end } = await playground.run(without, '');
  expect(end).toEqual({ kind: 'failed' });
  expect(of('diagnostic')[0]).toMatchObject({ code: 'E0583', file: 'src/deep/mod.rs', line: 1, column: 1 });
});

test('errors and warnings have their place, in code units, and proposals', async () => {
  const { of, end } = await playground.run(
    library(`#[pg_extern]
fn hello() -> i32 {
    let é😀 = 1; let x: i32 = "é😀"; x
}
fn unused() {}
`),
  );
  expect(end).toEqual({ kind: 'failed' });
  expect(of('build')).toMatchObject([{ ok: false }]);
  const mismatch = of('diagnostic').find(({ code }) => code === 'E0308');
  expect(mismatch).toMatchObject({
    severity: 'error',
    file: 'src/lib.rs',
    line: 5,
    column: 31,
    endLine: 5,
    endColumn: 36,
    labels: [{ primary: true, line: 5, message: 'expected `i32`, found `&str`' }, { primary: false }],
  });
  const { of: missing } = await playground.run(library('use rand::Rng;\n#[pg_extern]\nfn hello() {}'));
  expect(missing('diagnostic')[0]?.notes).toContainEqual(
    expect.objectContaining({ severity: 'help', message: expect.stringContaining('`cargo add rand`') }),
  );
  expect(mismatch?.rendered).toContain('\u001b[');
  const { of: warned, end: fine } = await playground.run(
    library('#[pg_extern]\nfn hello() -> i32 { let x = 1; 2 }\nfn main() { let mut y = 1; y.to_string(); }'),
  );
  expect(fine).toEqual({ kind: 'ok' });
  const unused = warned('diagnostic').find(({ code }) => code === 'unused_variables');
  expect(unused).toMatchObject({
    severity: 'warning',
    line: 4,
    column: 25,
    suggestions: [{ edits: [{ file: 'src/lib.rs', line: 4, column: 25, endColumn: 26, replacement: '_x' }] }],
  });
});

test('an error inside of a macro of pgrx points to the project', async () => {
  const { of } = await playground.run(library('struct Odd;\n#[pg_extern]\nfn hello(odd: Odd) -> i32 { 1 }'));
  const errors = of('diagnostic').filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error).toMatchObject({ file: 'src/lib.rs', line: expect.any(Number) });
});

test('what cargo refuses is told on Cargo.toml', async () => {
  const manifest = starter['Cargo.toml'] ?? '';
  const impossible = manifest.replace('serde = { version = "1"', 'serde = { version = "99"');
  const { of, end } = await playground.run({ ...starter, 'Cargo.toml': impossible });
  expect(end).toEqual({ kind: 'failed' });
  const line = impossible.split('\n').findIndex((text) => text.startsWith('serde')) + 1;
  expect(of('diagnostic')).toMatchObject([{ file: 'Cargo.toml', line, severity: 'error' }]);
  expect(of('diagnostic')[0]?.message).toContain('serde');
  const broken = await playground.run({ ...starter, 'Cargo.toml': '[package' });
  expect(broken.of('diagnostic')).toMatchObject([{ file: 'Cargo.toml', line: 1 }]);
});

test('a lock file of the project’s own is used, and a broken one does no harm once it is gone', async () => {
  const broken = await playground.run({ ...hello('one'), 'Cargo.lock': 'no lock file' });
  expect(broken.end).toEqual({ kind: 'failed' });
  expect(await answer(hello('one'))).toBe('one');
});

test('crates of the image can be asked for, under another crate name', async () => {
  const manifest = (starter['Cargo.toml'] ?? '')
    .replace('name = "my_extension"', 'name = "other-name"')
    .replace('serde = ', 'serde_json = "1"\nserde = ');
  const files = {
    ...library('#[pg_extern]\nfn hello() -> String { serde_json::json!([1]).to_string() }'),
    'Cargo.toml': manifest,
  };
  const { of, end } = await playground.run(files, 'select hello()');
  expect(end).toEqual({ kind: 'ok' });
  expect(of('extension')).toMatchObject([{ name: 'other-name', action: 'created' }]);
  expect(of('statement')).toMatchObject([{ rows: [['[1]']] }]);
  // The extension of the project before is still there, and is not in the way of its own return.
  expect(await answer(hello('back'))).toBe('back');
});

test('what cannot be installed is told on the file that is wrong', async () => {
  const { of, end } = await playground.run({ ...hello('one'), 'my_extension.control': 'comment = 1\n' });
  expect(end).toEqual({ kind: 'failed' });
  expect(of('build')).toMatchObject([{ ok: true }]);
  expect(of('diagnostic')).toMatchObject([{ file: 'my_extension.control', line: 1, severity: 'error' }]);
});

test('cancel stops the compiler with all its processes', async () => {
  const cancel = new AbortController();
  let cancelled = 0;
  const files = {
    ...hello('slow'),
    'build.rs': 'fn main() { std::thread::sleep(std::time::Duration::from_secs(600)) }',
  };
  const { end } = await playground.run(files, '', {
    signal: cancel.signal,
    onEvent(event) {
      if (event.type !== 'log') return;
      setTimeout(() => {
        cancelled ||= performance.now();
        cancel.abort();
      }, 1500);
    },
  });
  expect(end).toEqual({ kind: 'cancelled' });
  expect(performance.now() - cancelled).toBeLessThan(3000);
  // Killed processes are there until they are reaped.
  const left = () => shell('cat /proc/[0-9]*/comm | grep -cE "cargo|rustc|build-script" || true');
  await vi.waitFor(async () => expect(await left()).toBe('0'), { timeout: 3000 });
  expect(await answer(hello('after'))).toBe('after');
});

test('what pgrx cannot put into SQL is told in words, at its function', async () => {
  const iterator = await playground.run(
    library('#[pg_extern]\nfn upto(n: i32) -> impl Iterator<Item = i32> { 0..n }'),
  );
  const words = expect.stringContaining('return SetOfIterator');
  expect(iterator.of('diagnostic')).toMatchObject([{ file: 'src/lib.rs', line: 4, message: words }]);
  const alias = await playground.run(
    library(`type Pairs = TableIterator<'static, (name!(a, i32), name!(b, i32))>;
#[pg_extern]
fn pairs() -> Pairs { Pairs::empty() }`),
  );
  const advice = expect.stringMatching(/not a type alias of it$/);
  expect(alias.of('diagnostic')).toMatchObject([{ file: 'src/lib.rs', line: 5, message: advice }]);
});
