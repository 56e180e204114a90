import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { expect, it } from 'vitest';
import { lockPackages } from './lockPackages.ts';

const lock = readFileSync(new URL('../../docker/starter/Cargo.lock', import.meta.url), 'utf8');

it('reads what cargo writes as a parser of TOML does', () => {
  const packages = parse(lock).package as { name: string; version: string }[];
  const expected = new Map<string, string>();
  for (const { name, version } of packages) {
    const other = expected.get(name);
    expected.set(name, other === undefined ? version : `${other}, ${version}`);
  }
  expect(expected.size).toBeGreaterThan(50);
  expect([...lockPackages(lock)]).toEqual([...expected]);
  expect(lockPackages(lock.replaceAll('\n', '\r\n')).size).toBe(expected.size);
});

it('finds nothing where it is no lock file', () => {
  expect(lockPackages('no lock file').size).toBe(0);
  expect(lockPackages('version = "4"\nname = "a"\n[[package]]\nversion = "1"').size).toBe(0);
});
