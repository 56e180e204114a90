import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkManifest } from './checkManifest.ts';
import { readManifest } from './manifest.ts';

const starter = readFileSync(new URL('../../../docker/starter/Cargo.toml', import.meta.url), 'utf8');
const crates = ['pgrx', 'pgrx-tests', 'pgrx-bench', 'serde', 'rand', 'rand'].map((name, index) => ({
  name,
  version: `${index}.1.0`,
}));

function check(text: string) {
  const manifest = readManifest(text);
  if (!manifest.ok) throw new Error(manifest.error.message);
  return checkManifest(text, manifest.value, { postgres: 17, crates });
}
const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('the starter has nothing to complain of', () => {
  expect(check(starter)).toEqual([]);
});

test('a crate that is not here is named on its line, with those that are', () => {
  const text = starter.replace(
    '[dependencies]',
    '[dependencies]\n"tokio" = { version = "1" }\nfast = { package = "rand", version = "0.8" }',
  );
  const found = check(text);
  expect(found).toMatchObject([{ file: 'Cargo.toml', severity: 'error', line: lineOf(text, 'tokio') }]);
  expect(found[0]?.message).toContain('tokio isn’t available');
  expect(found[0]?.message).toContain('rand 4.1.0 and 5.1.0');
});

test('dependencies are found in every table they can stand in', () => {
  const text = `${starter}
[dependencies.a]
version = "1"
[target.'cfg(unix)'.dependencies]
b = "1"
[build-dependencies]
c.version = "1"
`;
  expect(check(text).map(({ line }) => line)).toEqual([
    lineOf(text, '[dependencies.a]'),
    lineOf(text, 'c.version'),
    lineOf(text, 'b = "1"'),
  ]);
});

test('other sources than the image’s are refused', () => {
  const text = starter.replace(
    'serde = { version = "1", features = ["derive"] }',
    'serde = { git = "https://example.org/serde" }\nrand = { path = "../rand" }',
  );
  expect(check(text).map(({ line, message }) => [line, message.split(',')[0]])).toEqual([
    [lineOf(text, 'git ='), 'A session has no network access'],
    [lineOf(text, 'path ='), 'A project is a single crate here'],
  ]);
});

test.each([
  ['name = "my_extension"', 'name = "fn"', 'is reserved in Rust'],
  ['name = "my_extension"', 'name = "a--b"', 'doesn’t allow --'],
  ['name = "my_extension"', 'name = "1a"', 'starts with a letter'],
  ['name = "my_extension"', '', 'needs a name'],
  ['crate-type = ["cdylib"]', 'crate-type = ["rlib"]', 'crate-type = ["cdylib"]'],
  ['pg17 = ["pgrx/pg17", "pgrx-tests/pg17" ]', '', 'no pg17'],
])('%s as %s', (old, now, expected) => {
  expect(starter).toContain(old);
  const found = check(starter.replace(old, now));
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toContain(expected);
});

test('broken TOML has a place', () => {
  expect(readManifest('[package]\nname = \n')).toMatchObject({ ok: false, error: { line: 2 } });
  expect(readManifest(`a = ${'['.repeat(100_000)}`).ok).toBe(false);
});

test('values of a wrong type are left for cargo', () => {
  const manifest = readManifest('package = 1\nlib = [2]\nfeatures = "x"\ndependencies = { a = 1, b = [2] }');
  expect(manifest).toMatchObject({ ok: true, value: { name: '', crateTypes: [], features: {} } });
});

test('of very many problems the first are told, and a file that nobody writes is not read', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `unknown${at} = "1"`).join('\n');
  expect(check(`${starter}\n[build-dependencies]\n${many}`)).toHaveLength(50);
  expect(readManifest(`# ${'a'.repeat(64 * 1024)}`)).toMatchObject({ ok: false, error: { line: 1 } });
});
