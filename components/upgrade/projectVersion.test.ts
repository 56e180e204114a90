import { expect, it } from 'vitest';
import { nextVersion, projectVersion, withVersion } from './projectVersion.ts';

const manifest = '[package]\nname = "my"\nversion = "0.1.0"\n\n[dependencies.x]\nversion = "2"\n';
const control = "default_version = '@CARGO_VERSION@'\nmodule_pathname = 'my'\n";

it('reads the version where it is told', () => {
  const told = { name: 'my', version: '0.1.0', file: 'Cargo.toml', versionedLibrary: false };
  expect(projectVersion({ 'Cargo.toml': manifest, 'my.control': control })).toEqual(told);
  const fixed = "default_version = '3'\n";
  expect(projectVersion({ 'Cargo.toml': manifest, 'my.control': fixed })).toEqual({
    name: 'my',
    version: '3',
    file: 'my.control',
    versionedLibrary: true,
  });
  expect(projectVersion({ 'Cargo.toml': '', 'my.control': control })).toBeNull();
  expect(projectVersion({ 'Cargo.toml': manifest })).toBeNull();
});

it('writes another, and nothing else', () => {
  expect(withVersion(manifest, '0.2.0')).toBe(manifest.replace('0.1.0', '0.2.0'));
  expect(withVersion("default_version = '3'\n", '4')).toBe("default_version = '4'\n");
});

it('knows the next one of x.y.z alone', () => {
  expect(['0.1.3', '1.9.0', '1.0', '1 0', 'a/b'].map(nextVersion)).toEqual([
    '0.2.0',
    '1.10.0',
    null,
    null,
    null,
  ]);
});
