import { expect, it } from 'vitest';
import { pgrxFor } from './pgrxFor.ts';
import { pinnedPgrx, withPgrx } from './pgrxPins.ts';

it.each([
  ['[dependencies]\npgrx = "=0.18.1"', '=0.18.1'],
  ['[dependencies] # ours\n  pgrx="0.18"', '0.18'],
  ['[dependencies]\nserde = "1"\npgrx = { features = ["pg17"], version = "=0.18.1" }', '=0.18.1'],
  ["[dependencies.pgrx]\nfeatures = []\nversion = '0.18.1'", '0.18.1'],
  ['[target.\'cfg(unix)\'.dependencies]\npgrx.version = "=0.18.1"', '=0.18.1'],
  ['[workspace.dependencies]\npgrx = "=0.18.1"', '=0.18.1'],
  ['[package]\npgrx = "=0.18.1"', null],
  ['[dependencies]\npgrx-tests = "=0.18.1"', null],
  ['[dependencies]\nserde = "1"\n[[bin]]\npgrx = "1"', null],
  ['[dependencies]\npgrx = { git = "x" }', null],
  ['[dependencies]\npgrx = ""', null],
  ['', null],
])('reads which pgrx a Cargo.toml asks for: %j', (manifest, version) => {
  expect(pinnedPgrx(manifest)).toBe(version);
});

const release = { pgrx: '0.18.1', bench: '0.18.0', newestMajor: 18 };

it('moves a Cargo.toml to another release, and leaves everything else', () => {
  const manifest = `[features]
default = ["pg17"]
pg18 = ["pgrx/pg18", "pgrx-tests/pg18" ]
pg19 = ["pgrx/pg19", "pgrx-tests/pg19" ]
pg_test = []

[dependencies]
pgrx = "=0.19.3" # pinned
serde = { version = "1", features = ["derive"] }

[dependencies.pgrx-bench]
version = "=0.19.3"
optional = true

[dev-dependencies]
pgrx-tests = { version = "=0.19.3", features = [] }
`;
  expect(withPgrx(manifest, release)).toBe(`[features]
default = ["pg17"]
pg18 = ["pgrx/pg18", "pgrx-tests/pg18" ]
pg_test = []

[dependencies]
pgrx = "=0.18.1" # pinned
serde = { version = "1", features = ["derive"] }

[dependencies.pgrx-bench]
version = "=0.18.0"
optional = true

[dev-dependencies]
pgrx-tests = { version = "=0.18.1", features = [] }
`);
  const newest = 'default = ["pg19"]\npg19 = [ # ours\n  "pgrx/pg19",\n]\n';
  expect(withPgrx(newest, release)).toBe(newest.replace('"pg19"', '"pg18"'));
  expect(withPgrx('[package]\nname = "a"\n', release)).toBe('[package]\nname = "a"\n');
});

it('reads no Cargo.toml where there is nothing to choose', () => {
  const files = {
    get 'Cargo.toml'(): string {
      throw new Error('it was read');
    },
  };
  expect(pgrxFor({ postgres: [], pgrx: '0.19.3', rustc: '', crates: [] }, files, null)).toBeUndefined();
});
