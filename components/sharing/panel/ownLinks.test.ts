import { expect, it } from 'vitest';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { addOwnLink, forgetOwnLink, ownLinksKey, readOwnLinks } from './ownLinks.ts';

const link = (id: string) => ({ id: id.padEnd(12, '0'), title: id, secret: 's', at: 1 });

it('remembers links, the newest first, and forgets one', () => {
  const storage = fakeStorage();
  expect(addOwnLink(storage, link('a'))).toBe(true);
  addOwnLink(storage, link('b'));
  expect(readOwnLinks(storage).map(({ title }) => title)).toEqual(['b', 'a']);
  forgetOwnLink(storage, link('b').id);
  expect(readOwnLinks(storage)).toEqual([link('a')]);
});

it('keeps to a bound, and leaves out what is no link', () => {
  const storage = fakeStorage();
  for (let n = 0; n < 310; n++) addOwnLink(storage, link(`n${n}`));
  expect(readOwnLinks(storage)).toHaveLength(300);
  storage.setItem(ownLinksKey, JSON.stringify([link('a'), { id: '../x' }, null]));
  expect(readOwnLinks(storage)).toEqual([link('a')]);
  storage.setItem(ownLinksKey, '{');
  expect(readOwnLinks(storage)).toEqual([]);
});

it('says where the browser keeps nothing', () => {
  expect(addOwnLink(null, link('a'))).toBe(false);
  expect(addOwnLink(fakeStorage(10), link('a'))).toBe(false);
});
