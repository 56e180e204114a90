import { expect, it } from 'vitest';
import { rootCrate } from '../../../test/support/rootCrate.ts';
import { whyCompiled } from './whyCompiled.ts';

const offer = {
  postgres: 17,
  crates: [
    { name: 'uuid', version: '1.0.0' },
    { name: 'hex', version: '0.4.0' },
  ],
  vendored: new Map([['libc', '0.2.1']]),
};

it.each([
  [
    'pgrx = { version = "1", features = ["pg17"] }\nuuid = { version = "1", features = ["v4", "v7"] }\nhex = { version = "0.4", features = ["serde"] }',
    {},
    /asks for: uuid with v4, v7; hex with serde\.$/,
  ],
  ['libc = "0.2"', {}, /^libc isn’t compiled/],
  ['hex = "0.4"', {}, /with these features\.$/],
  ['hex = "0.4"', { 'Cargo.lock': '' }, /^Cargo\.lock asks for other versions/],
  [
    'hex = "0.4"',
    { '.cargo/config.toml': '[build]\nrustflags = ["-O"]\n' },
    /^\.cargo\/config\.toml has settings/,
  ],
  [
    'hex = "0.4"',
    { '.cargo/config.toml': '[target.\'cfg(target_os="macos")\']\nrustflags = []\n' },
    /features\.$/,
  ],
  ['hex = "0.4"', { '.cargo/config.toml': '[' }, /features\.$/],
])('says why the dependencies of %j with %j are compiled', (dependency, files, expected) => {
  const crate = rootCrate(
    `[dependencies]\n${dependency}\n[dev-dependencies]\nuuid = { version = "1", features = ["x"] }\n`,
  );
  expect(whyCompiled(files, crate ? [crate] : [], offer)).toMatch(expected);
});
