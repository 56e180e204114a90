import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Versions } from '../../../protocol/versions.ts';
import { rootCrate } from '../../../test/support/rootCrate.ts';
import { checkManifest } from './checkManifest.ts';
import { readManifest } from './manifest.ts';

const starter = readFileSync(new URL('../../../docker/starter/Cargo.toml', import.meta.url), 'utf8');
const crates = ['pgrx', 'pgrx-tests', 'pgrx-bench', 'serde', 'rand', 'rand'].map((name, index) => ({
  name,
  version: `${index}.1.0`,
}));

function check(text: string, offered: Versions['crates'] = crates) {
  const crate = rootCrate(text);
  if (!crate) throw new Error('It cannot be read.');
  const vendored = new Map([['libc', '0.2.1']]);
  return checkManifest(crate, {
    postgres: 17,
    crates: offered,
    vendored,
    majors: [13, 14, 15, 16, 17, 18, 19],
  });
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

test('an offered crate without the features asked for is named on its line', () => {
  const text = starter.replace('[dependencies]', '[dependencies]\nureq = "3"');
  const ureq = { name: 'ureq', version: '3.1.0', features: ['json'] };
  expect(check(text, [...crates, ureq])).toMatchObject([
    { line: lineOf(text, 'ureq'), message: expect.stringContaining('without its default features') },
  ]);
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
    [
      lineOf(text, 'path ='),
      'This path leads to no Cargo.toml in the project. Add the crate’s files to the project',
    ],
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

const withLine = (line: string) => starter.replace('[dependencies]', `[dependencies]\n${line}`);

test('what there is is told once, however many crates are not here', () => {
  const messages = check(withLine('rayon = "1"\nulid = "1"')).map(({ message }) => message);
  expect(messages).toHaveLength(2);
  expect(messages[0]).toContain('Available crates: pgrx 0.1.0');
  expect(messages[1]).toBe('The crate ulid isn’t available.');
});

test('a crate whose sources are here is left to cargo, and an old name is told as what it is', () => {
  expect(check(withLine('libc = "0.2"'))).toEqual([]);
  expect(check(withLine('pgx = "0.7"')).map(({ message }) => message)).toEqual([
    'The crate pgx is now called pgrx.',
  ]);
});

test('features for a Postgres that pgrx does not know are named on their lines, to be deleted', () => {
  const text = starter.replace('[features]', '[features]\npg12 = ["pgrx/pg12", "pgrx-tests/pg12"]');
  const [found, ...others] = check(text);
  expect(others).toEqual([]);
  const line = lineOf(text, 'pg12');
  expect(found).toMatchObject({ line, message: expect.stringContaining('Postgres 13 to 19') });
  expect(found?.suggestions[0]?.edits).toEqual([
    { file: 'Cargo.toml', line, column: 1, endLine: line + 1, endColumn: 1, replacement: '' },
  ]);
});

test('another minor release of pgrx is told with what changed, and moved in one step', () => {
  const older = starter.replaceAll('"=@PGRX_VERSION@"', '"=0.16.1"');
  const found = check(older.replace(/version = "=@PGRX_BENCH_VERSION@"/, 'version = "0.16"'));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ line: lineOf(older, 'pgrx = "=0.16.1"'), severity: 'error' });
  expect(found[0]?.message).toMatch(
    /This server has pgrx 0\.1\.0, and the project asks for 0\.16\.1\. Since 0\.18, /,
  );
  expect(found[0]?.suggestions[0]?.edits.map(({ replacement }) => replacement)).toEqual([
    '=0.1.0',
    '=2.1.0',
    '=1.1.0',
  ]);
});

test('what comes from another pgrx carries the code by which the page offers to port it', () => {
  const text = starter
    .replace('pgrx = "=@PGRX_VERSION@"', 'pgrx = "=0.16.1"')
    .replace('[features]', '[features]\npg12 = ["pgrx/pg12"]')
    .replace('[dependencies]', '[dependencies]\npgx-tests = "0.7"\nulid = "1"\npgrx-x = { git = "a" }');
  expect(check(text).map(({ code, message }) => [message.split(' ').slice(0, 3).join(' '), code])).toEqual([
    ['pgrx supports Postgres', 'old-pgrx'],
    ['This server has', 'old-pgrx'],
    ['The crate pgx-tests', 'old-pgrx'],
    ['The crate ulid', null],
    ['A session has', 'old-pgrx'],
  ]);
});
