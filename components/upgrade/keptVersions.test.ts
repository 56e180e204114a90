import { expect, it } from 'vitest';
import { fakeStorage } from '../browser/fakeStorage.ts';
import { keepVersions, keptVersions } from './keptVersions.ts';

const none = { built: [], inDatabase: null };
const one = { name: 'my', version: '0.1.0', sql: 'select 1' };
const state = { built: [one], inDatabase: { name: 'my', version: '0.1.0' } };

it('keeps the versions of each page for itself', () => {
  const storage = fakeStorage();
  keepVersions(storage, '/', state);
  expect(keptVersions(storage, '/')).toEqual(state);
  expect(keptVersions(storage, '/learn/a')).toEqual(none);
});

it('leaves out the oldest ones where they are too long', () => {
  const storage = fakeStorage();
  const built = Array.from({ length: 8 }, (_, n) => ({
    ...one,
    version: `0.${n}.0`,
    sql: 'x'.repeat(256 * 1024),
  }));
  keepVersions(storage, '/', { built, inDatabase: null });
  expect(keptVersions(storage, '/').built).toEqual(built.slice(0, 3));
});

it('counts a storage that is spoilt or forbidden as empty', () => {
  const storage = fakeStorage();
  keepVersions(null, '/', state);
  expect(keptVersions(null, '/')).toEqual(none);
  for (const text of ['{', '{"built":[{"name":1}]}', '[]']) {
    storage.setItem('pgrx-playground:versions:/', text);
    expect(keptVersions(storage, '/')).toEqual(none);
  }
});
