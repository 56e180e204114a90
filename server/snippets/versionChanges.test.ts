import { expect, it } from 'vitest';
import { newSnippet } from '../../test/support/storeQuestions.ts';
import { type Installed, lockToUse, versionChanges } from './versionChanges.ts';

const lockOf = (...crates: string[]) =>
  crates
    .map((crate) => crate.split('@'))
    .map(([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`)
    .join('\n');
const { parent: _, events: _events, ...kept } = newSnippet;
const snippet = {
  ...kept,
  id: 'abcdefghijkl',
  createdAt: '2026-01-01T00:00:00Z',
  parents: [],
  recorded: true,
  lock: lockOf('serde@1.0.1', 'syn@1.0.0', 'syn@2.0.0'),
};
const here: Installed = {
  ...snippet.madeWith,
  lock: snippet.lock,
  crates: lockOf('serde@1.0.2', 'syn@2.0.0', 'extra@1.0.0'),
};

it('says nothing where all is as it was', () => {
  expect(versionChanges(snippet, here)).toEqual([]);
});

it('says what is another, and what is not to be had any more', () => {
  const lock = lockOf('serde@1.0.2', 'syn@2.0.0');
  expect(versionChanges(snippet, { ...here, postgres: null, pgrx: '0.20.0', lock })).toEqual([
    { what: 'Postgres', was: '17.12', is: null },
    { what: 'pgrx', was: '0.19.3', is: '0.20.0' },
    { what: 'serde', was: '1.0.1', is: '1.0.2' },
    { what: 'syn', was: '1.0.0, 2.0.0', is: '2.0.0' },
  ]);
});

it('leaves the crates to a project that pins its own', () => {
  const files = { ...snippet.files, 'Cargo.lock': lockOf('serde@1.0.1') };
  expect(versionChanges({ ...snippet, files }, { ...here, lock: lockOf('serde@1.0.2') })).toEqual([]);
});

it('says that the image is another, where nothing else tells the two apart', () => {
  expect(versionChanges(snippet, { ...here, image: 'pgrx-playground:pg17-def' })).toEqual([
    { what: 'session image', was: 'pgrx-playground:pg17-abc', is: 'pgrx-playground:pg17-def' },
  ]);
});

it('[K5] runs with the link’s own lock file where the image has all of it, and else with the image’s', () => {
  const lock = lockOf('serde@1.0.2');
  const satisfied = { ...snippet, lock: lockOf('serde@1.0.2', 'extra@1.0.0', 'my_extension@0.0.0') };
  expect(lockToUse(satisfied, { ...here, lock })).toBe(satisfied.lock);
  expect(versionChanges(satisfied, { ...here, lock })).toEqual([]);
  expect(lockToUse(snippet, { ...here, lock })).toBeNull();
  expect(lockToUse({ ...snippet, lock: 'no lock file' }, here)).toBeNull();
  expect(lockToUse(snippet, here)).toBeNull();
  const files = { ...snippet.files, 'Cargo.lock': lock };
  expect(lockToUse({ ...satisfied, files }, { ...here, lock })).toBeNull();
});
