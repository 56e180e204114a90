import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { oldProjects } from '../test/support/oldProjects.ts';
import { portProject } from './portProject.ts';

const crates = [
  { name: 'pgrx', version: '0.19.9' },
  { name: 'pgrx-bench', version: '0.19.3' },
  { name: 'pgrx-tests', version: '0.19.9' },
];
const target = { pgrx: '0.19.9', crates, postgres: 17 };
const port = (files: Record<string, string>) => portProject(files, target);
/** A Cargo.toml after the port, in a project that is an extension. */
const manifest = (text: string, more: Record<string, string> = {}) => {
  const ported = port({ 'Cargo.toml': text, 'a.control': '', 'src/lib.rs': '', ...more });
  return ported.files['Cargo.toml'] ?? '';
};
const source = (text: string) => port({ 'src/lib.rs': text }).files['src/lib.rs'];

const starter = readFileSync('docker/starter/Cargo.toml', 'utf8');
const majors = [13, 14, 15, 16, 17, 18, 19];
const pgFeatures = (text: string) =>
  Object.keys((parse(text).features ?? {}) as object).filter((name) => /^pg\d+$/.test(name));

it.each(Object.entries(oldProjects))('ports %s as its template has become', (_name, files) => {
  const ported = port(files).files;
  const text = ported['Cargo.toml'] ?? '';
  expect(pgFeatures(text).toSorted()).toEqual(majors.map((major) => `pg${major}`));
  expect(parse(text)).toMatchObject({
    lib: { 'crate-type': ['cdylib'] },
    dependencies: { pgrx: '=0.19.9' },
    'dev-dependencies': { 'pgrx-tests': '=0.19.9' },
    profile: { dev: { panic: 'unwind' }, release: { lto: 'fat' } },
  });
  expect(parse(text)).not.toHaveProperty('bin');
  expect(parse(text)).not.toHaveProperty('profile.dev.lto');
  expect(Object.keys(ported)).not.toContain('src/bin/pgrx_embed.rs');
  expect(ported['.cargo/config.toml']).toBe(readFileSync('docker/starter/.cargo/config.toml', 'utf8'));
  // What was ported needs no second time.
  expect(port(ported).files).toEqual(ported);
});

it('changes nothing of a project that is made with this release', () => {
  const files = {
    'Cargo.toml': starter.replaceAll('@PGRX_VERSION@', '0.19.9').replaceAll('@PGRX_BENCH_VERSION@', '0.19.3'),
    'my_extension.control': '',
    'src/lib.rs': readFileSync('docker/starter/src/lib.rs', 'utf8'),
    '.cargo/config.toml': readFileSync('docker/starter/.cargo/config.toml', 'utf8'),
  };
  expect(port(files)).toEqual({ files, findings: [] });
});

describe('dependencies', () => {
  it.each([
    ['pgrx = "0.11" # here', 'pgrx = "=0.19.9" # here'],
    ['pgrx = "0.19"', 'pgrx = "0.19"'],
    ['pgrx = "=0.19.1"', 'pgrx = "=0.19.9"'],
    ['pgrx = { version = "=0.9.8", features = ["pg15"] }', 'pgrx = { version = "=0.19.9", features = [] }'],
    ['pgx = { version = "0.7", optional = true }', 'pgrx = { version = "=0.19.9", optional = true }'],
    ['"pgx" = "0.7"', '"pgrx" = "=0.19.9"'],
    ['pgx.version = "0.7"', 'pgrx.version = "=0.19.9"'],
    ['pgrx = { git = "https://a/b", branch = "develop" }', 'pgrx = "=0.19.9"'],
    [
      'pgrx = { git = "https://a/b", default-features = false, rev = "c" }',
      'pgrx = { version = "=0.19.9", default-features = false}',
    ],
    ['pgrx = { path = "../pgrx" }\nserde = "1"', 'pgrx = "=0.19.9"\nserde = "1"'],
    ['pgrx = { path = "pgrx" }', 'pgrx = { path = "pgrx" }'],
    ['pgrx-bench = "=0.18.1"', 'pgrx-bench = "=0.19.3"'],
    ['p = { package = "pgx", version = "0.7" }', 'p = { package = "pgrx", version = "=0.19.9" }'],
    ['[dependencies.pgx]\ngit = "https://a/b"\n', '[dependencies.pgrx]\nversion = "=0.19.9"\n'],
    ['pgrxed = "0.11"', 'pgrxed = "0.11"'],
  ])('moves %s', (before, after) => {
    const text = (line: string) =>
      line.startsWith('[') ? `${line}[features]\na = []\n` : `[dependencies]\n${line}\n`;
    const files = { 'Cargo.toml': text(before), 'pgrx/Cargo.toml': '' };
    expect(port(files).files['Cargo.toml']).toBe(text(after));
  });

  it('moves those of a workspace and of a target', () => {
    const text =
      '[workspace.dependencies]\npgrx = "0.12"\n[target.\'cfg(unix)\'.dependencies]\npgrx = "0.12"\n';
    expect(port({ 'Cargo.toml': text }).files['Cargo.toml']).toBe(text.replaceAll('0.12', '=0.19.9'));
  });

  it('tells of a crate that is no more, at its line', () => {
    const ported = port({ 'Cargo.toml': '[dependencies]\npgx = "0.4"\npgx-utils = "0.4"\n' });
    const message = expect.stringContaining('pgx-utils no longer exists');
    expect(ported.findings).toEqual([{ file: 'Cargo.toml', line: 3, message }]);
  });
});

describe('features', () => {
  const extension = '[dependencies]\npgrx = "0.12"\n';

  it('adds all of them where there are none', () => {
    expect(pgFeatures(manifest(extension))).toEqual(majors.map((major) => `pg${major}`));
    expect(manifest(extension)).toContain('default = ["pg17"]\npg13 = ["pgrx/pg13"]\n');
  });

  it('turns on what the newest did, of crates of the project’s own and of pgrx', () => {
    const text = `${extension}inner = { path = "inner" }\nother = "1"\n[features]\npg17 = ["pgrx/pg17", "inner/pg17", "other/pg17"]\n`;
    expect(manifest(text)).toContain('\npg18 = ["pgrx/pg18", "inner/pg18"]\n');
  });

  it('makes the Postgres that runs the default where that was one that is gone', () => {
    const text = `${extension}[features]\ndefault = [\n  "pg12", # old\n  "fast",\n]\npg12 = ["pgrx/pg12"]\nfast = []\n`;
    expect(manifest(text)).toContain('default = ["pg17", "fast"]');
    expect(manifest(text.replace('"pg12", # old\n  "fast"', '"pg13"'))).toContain(
      'default = [\n  "pg13",\n]',
    );
  });

  it('leaves no list with what is gone', () => {
    const text = `${extension}[features]\npg12 = ["pgrx/pg12"]\npg13 = ["pgrx/pg13"]\nall = [ "pg12", "pg13", "pgrx/pg12", ]\nold = ["pg12"]\n`;
    expect(manifest(text)).toContain('\nall = [ "pg13", ]\nold = []\n');
  });

  it('adds none to a library that has none', () => {
    const text = '[dependencies]\npgrx = "0.19"\n[lib]\ncrate-type = ["rlib"]\n';
    expect(port({ 'inner/Cargo.toml': text }).files['inner/Cargo.toml']).toBe(text);
  });
});

describe('targets', () => {
  const text = '[package]\nname = "a"\n\n[dependencies]\npgrx = "0.19"\n\n[features]\npg13 = ["pgrx/pg13"]\n';

  it('makes a library that Postgres can load', () => {
    expect(manifest(text)).toContain('\n[lib]\ncrate-type = ["cdylib"]\n');
    expect(manifest(`${text}[lib]\nname = "b"\n`)).toContain('[lib]\ncrate-type = ["cdylib"]\nname = "b"\n');
    expect(manifest(`${text}[lib]\ncrate-type = ["rlib"]\n`)).toContain('crate-type = ["cdylib"]');
  });

  it('leaves a library to whoever uses it', () => {
    const both = `${text}[lib]\ncrate-type = ["cdylib", "lib"]\n`;
    expect(manifest(both)).toContain('crate-type = ["cdylib"]');
    for (const path of ['tests/a.rs', 'src/main.rs', 'examples/a.rs', 'inner/Cargo.toml'])
      expect(manifest(both, { [path]: '' })).toContain('crate-type = ["cdylib", "lib"]');
    const program = '[[bin]]\nname = "c"\n\n[[bin]]\npath = "src/bin/pgrx_embed.rs"\nname = "pgrx_embed_a"\n';
    expect(manifest(both + program)).toContain(`crate-type = ["cdylib", "lib"]\n[[bin]]\nname = "c"\n`);
  });

  it('brings the program back for a release that needs it', () => {
    const files = { 'Cargo.toml': text.replace('0.19', '0.11'), 'a.control': '', 'src/lib.rs': '' };
    const ported = portProject(files, { pgrx: '0.16.1', crates: [], postgres: 17 }).files;
    expect(ported['src/bin/pgrx_embed.rs']).toBe('::pgrx::pgrx_embed!();\n');
    expect(parse(ported['Cargo.toml'] ?? '')).toMatchObject({
      lib: { 'crate-type': ['cdylib', 'lib'] },
      bin: [{ name: 'pgrx_embed_a', path: './src/bin/pgrx_embed.rs' }],
      dependencies: { pgrx: '=0.16.1' },
    });
  });
});

it('lets no profile end Postgres', () => {
  const text = '[profile.dev]\nlto = true\npanic = "abort" # fast\n[profile.release]\npanic = "abort"\n';
  expect(manifest(text)).toBe(
    '[profile.dev]\npanic = "unwind" # fast\n[profile.release]\npanic = "unwind"\n',
  );
});

it('tells of flags that no template wrote, and leaves what stands beside those that one did', () => {
  const config = (text: string) => port({ '.cargo/config': text });
  const own = config('[build]\njobs = 2\nrustflags = ["-Ctarget-cpu=native"]\n');
  expect(own.findings).toMatchObject([{ file: '.cargo/config.toml', line: 3 }]);
  const ours = config('[build]\njobs = 2\nrustflags = "-C link-arg=-Wl,-undefined,dynamic_lookup"\n');
  expect(parse(ours.files['.cargo/config.toml'] ?? '')).toMatchObject({ build: { jobs: 2 }, target: {} });
  expect(ours.files['.cargo/config.toml']).not.toContain('"-C link-arg');
});

it('leaves a manifest that is no TOML, or too long, as it is', () => {
  for (const text of ['[', `a = "${'x'.repeat(70_000)}"`, `a = ${'['.repeat(5000)}`])
    expect(manifest(text)).toBe(text);
});

describe('sources', () => {
  it.each([
    ['use pgx::*; let pgx = 1; // pgx::a', 'use pgrx::*; let pgx = 1; // pgx::a'],
    [
      'extern crate pgx; #[pgx(sql = false)] fn a() { pgx_macros::b!("pgx::c") }',
      'extern crate pgrx; #[pgrx(sql = false)] fn a() { pgrx_macros::b!("pgx::c") }',
    ],
    ['#[pg_guard]\npub unsafe extern "C" fn a() {}', '#[pg_guard]\npub unsafe extern "C-unwind" fn a() {}'],
    ['#[pg_guard] extern fn a() {}', '#[pg_guard] extern "C-unwind" fn a() {}'],
    ['#[pg_guard] fn a() {} extern "C" fn b() {}', '#[pg_guard] fn a() {} extern "C" fn b() {}'],
    [
      'Spi::connect(|mut c| { c.update(&f(1, 2), Some(1), None) })',
      'Spi::connect_mut(|c| { c.update(&f(1, 2), Some(1), &[]) })',
    ],
    ['c.select("a, b", None, None,)', 'c.select("a, b", None, &[],)'],
    [
      'c.select(None, a, b) + c.update(a, b, Some(None))',
      'c.select(None, a, b) + c.update(a, b, Some(None))',
    ],
    ['define_int_guc("a", b, "c", &D, "e")', 'define_int_guc(c"a", b, c"c", &D, "e")'],
    [
      "GucSetting::<Option<&'static core::ffi::CStr>>::new(None)",
      'GucSetting::<Option<std::ffi::CString>>::new(None)',
    ],
    ['static A: PgAtomic<B> = PgAtomic::new();', 'static A: PgAtomic<B> = unsafe { PgAtomic::new(c"A") };'],
    [
      'static A: PgLwLock<B> = pgrx::PgLwLock::new();',
      'static A: PgLwLock<B> = unsafe { pgrx::PgLwLock::new(c"A") };',
    ],
  ])('writes %s anew', (before, after) => {
    expect(source(before)).toBe(after);
  });

  it.each([
    [
      'impl SqlTranslatable for A {\n fn argument_sql() {} fn return_sql() {} }',
      2,
      'SqlTranslatable has constants',
    ],
    ['\nimpl Aggregate for A {}', 2, 'An aggregate has a name'],
    ['unsafe impl pgrx::PgHooks for A {}', 1, 'PgHooks no longer exists'],
    ['vec![(PgBuiltInOids::INT4OID.oid(), a.into_datum())]', 1, 'Arguments for SPI'],
    ['Spi::execute(|c| {})', 1, 'Spi::execute'],
    [
      'static A: PgLwLock<heapless::Vec<i32, 4>> = b();\nfn c() { pg_shmem_init!(A) }',
      1,
      'Types of heapless',
    ],
    ['use pgrx::pg_sys;\nunsafe extern "C" fn a() {}', 2, 'Functions that Postgres calls'],
    ['#[pg_extern]\nfn a(b: i32) -> impl std::iter::Iterator<Item = i32> {}', 1, 'A function for SQL can’t'],
    ['#[cfg(any(feature = "pg12", feature = "pg17"))] fn a() {}', 1, 'The feature pg12 no longer exists'],
    ['impl FromDatum for A {}', 1, 'A type with FromDatum'],
    ['impl IntoDatum for A {}', 1, 'A type with IntoDatum'],
    ['static A: GucSetting<B> = GucSetting::<B>::new(Some("c"));', 1, 'A text setting'],
  ])('tells of %j', (text, line, message) => {
    const { findings } = port({ 'src/a.rs': text });
    expect(findings).toEqual([{ file: 'src/a.rs', line, message: expect.stringContaining(message) }]);
  });

  it('says nothing of what stands in comments and texts', () => {
    const text = '// impl Aggregate for A {}\nfn a() { b("impl Aggregate for A", r#"Spi::execute"#) }';
    expect(port({ 'src/lib.rs': text })).toEqual({ files: { 'src/lib.rs': text }, findings: [] });
  });
});
