import { describe, expect, it } from 'vitest';
import { superLinear } from '../../../test/support/growth.ts';
import { folderInside } from './manifest.ts';
import { matches, projectCrates } from './projectCrates.ts';

const package_ = (name: string, more = '') => `[package]\nname = "${name}"\n${more}`;
const extension = (name: string, more = '') =>
  package_(name, `[lib]\ncrate-type = ["cdylib"]\n[dependencies]\npgrx = "0.1"\n${more}`);

/** The folder of the crate that is built, and those of the others; or what is told. */
function crates(files: Record<string, string>) {
  const found = projectCrates(files);
  if (!found.ok) return found.error.map(({ file, line, message }) => `${file}:${line} ${message}`);
  const { built, others } = found.value;
  return { built: built.folder, others: others.map(({ folder }) => folder) };
}

describe('the crate that is built', () => {
  it.each([
    ['a project of one crate', { 'Cargo.toml': package_('a') }, { built: '', others: [] }],
    [
      'what lies beside it is not looked at',
      { 'Cargo.toml': package_('a'), 'fuzz/Cargo.toml': '[' },
      { built: '', others: [] },
    ],
    [
      'its path crates, and theirs',
      {
        'Cargo.toml': extension('a', 'b = { path = "b" }\n'),
        'b/Cargo.toml': package_('b', '[dependencies]\nc = { path = "../c/" }\nd = { path = "../../d" }\n'),
        'c/Cargo.toml': package_('c', '[build-dependencies]\nb = { path = "../b" }\n'),
      },
      { built: '', others: ['b/', 'c/'] },
    ],
    [
      'the only member that is an extension',
      {
        'Cargo.toml': '[workspace]\nmembers = ["crates/*", "./tool/"]\nexclude = ["crates/old"]\n',
        'crates/ext/Cargo.toml': extension('ext'),
        'crates/core/Cargo.toml': package_('core'),
        'crates/old/Cargo.toml': extension('old'),
        'tool/Cargo.toml': package_('tool'),
        'elsewhere/Cargo.toml': extension('elsewhere'),
      },
      { built: 'crates/ext/', others: ['', 'crates/core/', 'tool/'] },
    ],
    [
      'the root, where it is an extension itself',
      {
        'Cargo.toml': `${extension('a')}[workspace]\nmembers = ["b"]\n`,
        'b/Cargo.toml': extension('b'),
      },
      { built: '', others: ['b/'] },
    ],
    [
      'the one that the workspace names',
      {
        'Cargo.toml': `${extension('a')}[workspace]\nmembers = ["b", "c"]\ndefault-members = ["./b"]\n`,
        'b/Cargo.toml': extension('b'),
        'c/Cargo.toml': extension('c'),
      },
      { built: 'b/', others: ['', 'c/'] },
    ],
    [
      'one that takes pgrx over from the workspace, and is told by its control file',
      {
        'Cargo.toml':
          '[workspace]\nmembers = ["b", "c"]\n[workspace.dependencies]\np = { package = "pgrx", version = "1" }\n',
        'b/Cargo.toml': package_('b', '[dependencies]\np.workspace = true\n'),
        'b/b.control': '',
        'c/Cargo.toml': package_('c', '[dependencies]\np.workspace = true\n'),
      },
      { built: 'b/', others: ['', 'c/'] },
    ],
    [
      'a crate by path that the workspace has',
      {
        'Cargo.toml': '[workspace]\nmembers = ["b"]\n[workspace.dependencies]\nc = { path = "x/c" }\n',
        'b/Cargo.toml': extension('b', 'c = { workspace = true }\n'),
        'x/c/Cargo.toml': package_('c'),
      },
      { built: 'b/', others: ['', 'x/c/'] },
    ],
    [
      'the only member, whatever it is',
      { 'Cargo.toml': '[workspace]\nmembers = ["b"]\n', 'b/Cargo.toml': package_('b') },
      { built: 'b/', others: [''] },
    ],
  ])('is known: %s', (_what, files, expected) => {
    expect(crates(files)).toEqual(expected);
  });
});

it('asks which extension to run, and offers each', () => {
  const files = { 'b/Cargo.toml': extension('b'), 'c/Cargo.toml': extension('c') };
  const found = projectCrates({ ...files, 'Cargo.toml': '# all\n[workspace]\nmembers = ["*"]\n' });
  const [problem] = found.ok ? [] : found.error;
  expect(problem).toMatchObject({ file: 'Cargo.toml', line: 2, message: expect.stringContaining(': b, c.') });
  expect(problem?.suggestions).toMatchObject([
    { message: 'Run b', edits: [{ line: 3, column: 1, replacement: 'default-members = ["b"]\n' }] },
    { message: 'Run c', edits: [{ line: 3, column: 1, replacement: 'default-members = ["c"]\n' }] },
  ]);
  const both = projectCrates({
    ...files,
    'Cargo.toml': '[workspace]\nmembers = ["*"]\ndefault-members = ["b", "c"] # both\n',
  });
  expect(both.ok || both.error[0]?.suggestions[1]?.edits).toEqual([
    { file: 'Cargo.toml', line: 3, column: 19, endLine: 3, endColumn: 29, replacement: '["c"]' },
  ]);
});

it('says where a project has no extension, or a manifest that can’t be read', () => {
  const root = '[workspace]\nmembers = ["b", "c"]\n';
  const others = { 'Cargo.toml': root, 'b/Cargo.toml': package_('b'), 'c/Cargo.toml': package_('c') };
  expect(crates(others)).toEqual([expect.stringMatching(/^Cargo.toml:1 None of the workspace’s crates/)]);
  expect(crates({ ...others, 'c/Cargo.toml': '[package]\nname = ' })).toEqual([
    expect.stringMatching(/^c\/Cargo.toml:2 /),
  ]);
  const long = `#${'x'.repeat(60_000)}`;
  const longs = { 'a/Cargo.toml': long, 'b/Cargo.toml': long, 'c/Cargo.toml': long };
  expect(crates({ ...others, ...longs })).toEqual([expect.stringContaining('over 128 KiB together')]);
});

it.each([
  ['crates/a', 'crates/*', true],
  ['crates/a/b', 'crates/*', false],
  ['crates/my-ext', 'crates/*-ext', true],
  ['crates/my-extra', 'crates/*-ext', false],
  ['ab', 'a?', true],
  ['a', 'a?', false],
  ['aXbXc', '*b*c', true],
])('knows whether %s is meant by %s', (folder, pattern, expected) => {
  expect(matches(folder, pattern)).toBe(expected);
});

it.each([
  ['a/b/', '../c', 'a/c/'],
  ['', './c/', 'c/'],
  ['a/', '..', ''],
  ['a/', '../../c', null],
  ['', '/etc', null],
])('follows from %j the path %j to %j', (folder, path, expected) => {
  expect(folderInside(folder, path)).toBe(expected);
});

it('reads many paths and patterns in linear time', () => {
  const scan = (text: string) => projectCrates({ 'Cargo.toml': text, 'a/Cargo.toml': package_('a') });
  const lines = (line: (at: number) => string) => (length: number) => {
    let text = '';
    for (let at = 0; text.length < length; at++) text += line(at);
    return text;
  };
  const paths = lines((at) => `[target.t${at}.dependencies]\na = { path = "a" }\n`);
  expect(superLinear(paths, scan, 60_000)).toBeNull();
  const patterns = (length: number) => `[workspace]\nmembers = [${lines(() => '"*a*a*b",')(length)}]\n`;
  expect(superLinear(patterns, scan, 60_000)).toBeNull();
});
