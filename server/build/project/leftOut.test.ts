import { expect, it } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import { superLinear } from '../../../test/support/growth.ts';
import { rootCrate } from '../../../test/support/rootCrate.ts';
import { withoutLeftOut } from './leftOut.ts';

const crates = [{ name: 'pgrx', version: '9.8.7' }];

function built(text: string) {
  const crate = rootCrate(text);
  if (!crate) throw new Error('It cannot be read.');
  const { files, warnings } = withoutLeftOut({ 'Cargo.toml': text }, crate, {
    postgres: 17,
    crates,
  });
  return { text: files['Cargo.toml'] ?? '', told: warnings.map(({ line, message }) => [line, message]) };
}

it('builds without crates for tests that are not here, and says so', () => {
  const { text, told } = built(
    `[dev-dependencies]
quickcheck = { version = "1", features = [
  "a",
] } # why
pgrx = "1"
[target.'cfg(unix)'.dev-dependencies.more]
path = "../more"
[profile.release]
lto = "fat"
`,
  );
  expect(text.replace(/ +$/gm, '')).toBe(`[dev-dependencies]


    # why
pgrx = "1"


[profile.release]
lto = "fat"
`);
  expect(told).toEqual([
    [2, 'The crate quickcheck isn’t available here, so tests that use it don’t compile.'],
    [6, 'The crate more isn’t available here, so tests that use it don’t compile.'],
  ]);
});

it('builds without what makes every dependency be compiled again', () => {
  const { text, told } = built(
    `[profile]
test.opt-level = 1
[profile.dev]
panic = "unwind"
lto = "thin"
debug = true
[profile.dev.package."*"]
opt-level = 3
`,
  );
  expect(rootCrate(text)?.manifest.devProfile).toEqual([]);
  expect(text.replace(/ +$/gm, '')).toBe(`[profile]

[profile.dev]
panic = "unwind"

debug = true


`);
  expect(told.map(([line]) => line)).toEqual([5, 7, 2]);
  expect(told[0]?.[1]).toMatch(/^lto isn’t used here: .*project you download\.$/);
});

it.each([
  ['{ a = "1", b = "1" }', []],
  ['{ a = "1", pgrx = "1", b = { path = "b" } }', ['pgrx']],
  ['{ pgrx = "1" , a = "1" }', ['pgrx']],
  ['{ a = "1", pgrx = "1" }', ['pgrx']],
])('leaves a table within a line whole: %s', (table, left) => {
  const crate = rootCrate(built(`dev-dependencies = ${table}\n`).text);
  expect(crate?.manifest.dependencies.map(({ crate: name }) => name)).toEqual(left);
});

it.each(['panic = "unwind"\nincremental = false', 'debug = 2'])(
  'leaves %j of a profile as it is',
  (lines) => {
    const text = `[profile.dev]\n${lines}\n`;
    expect(built(text)).toEqual({ text, told: [] });
  },
);

it('takes time in proportion to what it leaves out', () => {
  const input = (length: number) => {
    const lines = Array.from({ length: length / 7 }, (_, at) => `a${at.toString(36)}=1\n`);
    const text = `[dev-dependencies]\n${lines.join('')}`;
    const crate = rootCrate(text);
    if (!crate) throw new Error('It cannot be read.');
    return { text, crate };
  };
  const scan = ({ text, crate }: ReturnType<typeof input>) =>
    withoutLeftOut({ 'Cargo.toml': text }, crate, { postgres: 17, crates });
  expect(superLinear(input, scan, limits.manifestLength)).toBeNull();
});
