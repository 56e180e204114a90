import { expect, it } from 'vitest';
import { newSnippet } from '../../test/support/storeQuestions.ts';
import { hereFor } from './hereFor.ts';
import { lockToUse, versionChanges } from './versionChanges.ts';

const lock = '[[package]]\nname = "pgrx"\nversion = "0.18.1"\n';
const { parent: _, events: _events, ...kept } = newSnippet;
const link = {
  ...kept,
  id: 'abcdefghijkl',
  createdAt: '2026-01-01T00:00:00Z',
  parents: [],
  recorded: true,
  lock,
  madeWith: { postgres: '17.12', pgrx: '0.18.1', rustc: '1.96.1', image: 'older' },
};
const one = { postgres: [{ major: 17, version: '17.12' }], rustc: '1.96.1', crates: [] };
const versions = { ...one, pgrx: '0.19.3' };
const deps = {
  images: { 17: 'newer', '17/0.18.1': 'older' },
  locksOf: (pgrx: string | undefined) => (pgrx ? { lock, crates: lock } : { lock: '# newer', crates: '' }),
};

it('[K7] runs a link with the pgrx that it was made with, in its image', () => {
  const both = { ...versions, otherPgrx: [{ ...one, pgrx: '0.18.1' }] };
  const here = hereFor(link, { ...deps, versions: both });
  expect(here?.toolchain).toEqual({ postgres: 17, pgrx: '0.18.1' });
  expect(here && versionChanges(link, here.installed)).toEqual([]);
  expect(here && lockToUse(link, here.installed)).toBeNull();
});

it('[K7] runs it with the default where that pgrx is not offered any more, and says what differs', () => {
  const here = hereFor(link, { ...deps, versions });
  expect(here?.toolchain).toEqual({ postgres: 17, pgrx: undefined });
  expect(here && versionChanges(link, here.installed)).toContainEqual({
    what: 'pgrx',
    was: '0.18.1',
    is: '0.19.3',
  });
});

it('knows nothing before the images have been asked', () => {
  expect(hereFor(link, { ...deps, versions: null })).toBeNull();
});
