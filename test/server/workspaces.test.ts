import { afterAll, beforeAll, expect, test } from 'vitest';
import { PGRX_VERSION } from '../../docker/pgrxVersion.mjs';
import type { ProjectFiles } from '../../protocol/project.ts';
import { library, type Playground, starter, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('workspaces');
});
afterAll(() => playground[Symbol.asyncDispose]());

const majors = [13, 14, 15, 16, 17, 18, 19];

/** The Cargo.toml of an extension, with what it has beside pgrx. */
function extension(
  name: string,
  { pgrx = `"=${PGRX_VERSION}"`, dependencies = '', version = '"1.2.3"', more = '' } = {},
) {
  const features = majors.map((major) => `pg${major} = ["pgrx/pg${major}"]\n`).join('');
  return `[package]
name = "${name}"
version${version.startsWith('"') ? ' = ' : '.'}${version}
edition = "2021"

[lib]
crate-type = ["cdylib", "lib"]

[features]
${features}pg_test = []

[dependencies]
pgrx = ${pgrx}
${dependencies}
${more}`;
}

const plain = (name: string, dependencies = '') =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n${dependencies}`;

const calls = (what: string) =>
  library(`#[pg_extern]\nfn told() -> String { ${what} }\n`)['src/lib.rs'] ?? '';
const tells = (text: string) => `pub fn tell() -> String { "${text}".into() }\n`;

/** What `told()` answers, and which crates were compiled for it. */
async function told(files: ProjectFiles) {
  const { end, of } = await playground.run(files, 'SELECT told()');
  expect(of('diagnostic').filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(end).toMatchObject({ kind: 'ok' });
  const said = of('log')
    .map(({ text }) => text)
    .join('');
  const compiled = [...said.matchAll(/Compiling\S* (\S+)/g)].map(([, name]) => name);
  return { rows: of('statement')[0]?.rows, compiled, extension: of('extension')[0] };
}

test('a path crate is compiled with the extension, and an error in it has its place', async () => {
  const files = {
    ...starter,
    'Cargo.toml': (starter['Cargo.toml'] ?? '').replace(
      '[dependencies]\n',
      '[dependencies]\ninner = { path = "inner" }\n',
    ),
    'src/lib.rs': calls('inner::tell()'),
    'inner/Cargo.toml': plain('inner', 'serde = "1"\n'),
    'inner/src/lib.rs': tells('from inside'),
  };
  expect(await told(files)).toMatchObject({ rows: [['from inside']], compiled: ['inner', 'my_extension'] });
  const changed = { ...files, 'inner/src/lib.rs': tells('from inside, anew') };
  expect(await told(changed)).toMatchObject({ rows: [['from inside, anew']] });
  const broken = await playground.run({ ...files, 'inner/src/lib.rs': 'pub fn tell() -> String { 1 }\n' });
  expect(broken.of('diagnostic')[0]).toMatchObject({ file: 'inner/src/lib.rs', line: 1, code: 'E0308' });
});

test('a workspace stands in the project’s own manifest, with dependencies for its members', async () => {
  const files = {
    'Cargo.toml': extension('one_manifest', {
      dependencies: 'serde.workspace = true\ninner = { path = "crates/inner" }\n',
      more: '[workspace]\nmembers = ["crates/*"]\n\n[workspace.dependencies]\nserde = { version = "1", features = ["derive"] }\n',
    }),
    'src/lib.rs': calls('inner::tell()'),
    'crates/inner/Cargo.toml': plain('inner', 'serde = { workspace = true }\n'),
    'crates/inner/src/lib.rs': tells('a member'),
  };
  expect(await told(files)).toMatchObject({ rows: [['a member']], compiled: ['inner', 'one_manifest'] });
});

test('the extension is a member of a workspace whose root has no crate, and takes over what it says', async () => {
  const files = {
    'Cargo.toml': `[workspace]
members = ["crates/*"]
resolver = "2"

[workspace.package]
version = "4.5.6"

[workspace.dependencies]
pgrx = "=${PGRX_VERSION}"
core_part = { path = "crates/core_part" }
`,
    'crates/ext/Cargo.toml': extension('member_ext', {
      pgrx: '{ workspace = true }',
      dependencies: 'core_part.workspace = true\n',
      version: 'workspace = true',
    }),
    'crates/ext/src/lib.rs': calls('core_part::tell()'),
    'crates/core_part/Cargo.toml': plain('core_part'),
    'crates/core_part/src/lib.rs': tells('the core'),
  };
  const { rows, compiled, extension: made } = await told(files);
  expect({ rows, compiled }).toEqual({ rows: [['the core']], compiled: ['core_part', 'member_ext'] });
  expect(made).toMatchObject({ name: 'member_ext', version: '4.5.6' });
  expect(made?.sql).toContain('crates/ext/src/lib.rs:');
});

test('[R13] one of several extensions is asked for, and then run', async () => {
  const root = '[workspace]\nmembers = ["a", "b"]\nresolver = "2"\n';
  const files = {
    'Cargo.toml': root,
    'a/Cargo.toml': extension('ext_a'),
    'a/src/lib.rs': calls('"a".into()'),
    'b/Cargo.toml': extension('ext_b'),
    'b/src/lib.rs': calls('"b".into()'),
    'b/ext_b.control': (starter['my_extension.control'] ?? '').replaceAll('my_extension', 'ext_b'),
  };
  const asked = await playground.run(files);
  expect(asked.end).toMatchObject({ kind: 'failed' });
  expect(asked.of('diagnostic')).toMatchObject([
    { file: 'Cargo.toml', message: expect.stringContaining('a, b') },
  ]);
  const named = { ...files, 'Cargo.toml': `${root}default-members = ["b"]\n` };
  expect(await told(named)).toMatchObject({ rows: [['b']], extension: { name: 'ext_b' } });
});

test('a workspace without a resolver costs no more than one with the newer', async () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["ext"]\n',
    'ext/Cargo.toml': extension('old_resolver'),
    'ext/src/lib.rs': calls('"old".into()'),
  };
  expect(await told(files)).toMatchObject({ rows: [['old']], compiled: ['old_resolver'] });
});

test('what is not in the project, and a root with nothing to compile, have their places', async () => {
  const outside = {
    ...starter,
    'Cargo.toml': (starter['Cargo.toml'] ?? '').replace(
      '[dependencies]\n',
      '[dependencies]\nout = { path = "../out" }\n',
    ),
  };
  const refused = await playground.run(outside);
  expect(refused.of('diagnostic')).toMatchObject([
    { file: 'Cargo.toml', message: expect.stringContaining('leads to no Cargo.toml') },
  ]);
  const { 'src/lib.rs': _none, ...empty } = starter;
  const nothing = await playground.run(empty);
  expect(nothing.of('diagnostic')).toMatchObject([{ file: 'Cargo.toml', severity: 'error' }]);
});
