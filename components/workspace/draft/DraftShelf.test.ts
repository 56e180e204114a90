import { expect, it } from 'vitest';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { DraftShelf, tabDrafts } from './DraftShelf.ts';
import { type Draft, parseDraft } from './draft.ts';

function draft(text: string, savedAt = 1): Draft {
  const content = {
    files: { 'src/lib.rs': text },
    sql: 'select 1',
    postgres: null,
    pgrx: null,
    title: '',
    active: 'src/lib.rs',
    parent: null,
  };
  return { savedAt, content };
}

it('reads a draft of before there was a choice of pgrx', () => {
  const { pgrx: _, ...before } = draft('one').content;
  const text = JSON.stringify({ version: 1, savedAt: 1, ...before });
  expect(parseDraft(text)?.content).toEqual(draft('one').content);
  expect(parseDraft(text.replace('{', '{"pgrx":"newest",'))?.content.pgrx).toBeNull();
});

it('gives back what it was given', () => {
  const shelf = new DraftShelf(fakeStorage());
  expect(shelf.write('a', draft('one'))).toBeNull();
  expect(shelf.read('a')).toEqual({ kind: 'draft', draft: draft('one') });
  expect(shelf.read('b')).toEqual({ kind: 'none' });
});

it.each([
  ['cut off', '{"version":1,"savedAt":'],
  ['of a newer page', '{"version":2}'],
  [
    'with a path out of the project',
    JSON.stringify({
      version: 1,
      savedAt: 1,
      files: { '../x': '' },
      sql: '',
      postgres: null,
      pgrx: null,
      title: '',
      active: '',
    }),
  ],
  [
    'without a file',
    JSON.stringify({ version: 1, savedAt: 1, files: {}, sql: '', postgres: null, title: '', active: '' }),
  ],
])('sets a draft aside that is %s', (_, text) => {
  const storage = fakeStorage();
  storage.setItem(`${tabDrafts.prefix}a`, text);
  const shelf = new DraftShelf(storage);
  expect(shelf.read('a')).toEqual({ kind: 'broken' });
  expect(shelf.read('a')).toEqual({ kind: 'none' });
  const aside = Array.from({ length: storage.length }, (_, index) =>
    storage.getItem(storage.key(index) ?? ''),
  );
  expect(aside).toEqual([text]);
});

it('lists the newest first, and lets the oldest go', () => {
  const shelf = new DraftShelf(fakeStorage());
  for (let number = 1; number <= 12; number++) shelf.write(`tab${number}`, draft('x', number));
  expect(shelf.tabs()).toHaveLength(10);
  expect(shelf.tabs()[0]).toBe('tab12');
  expect(shelf.read('tab1')).toEqual({ kind: 'none' });
});

it('makes room with old drafts, and says so where that is not enough', () => {
  const shelf = new DraftShelf(fakeStorage(1000));
  expect(shelf.write('old', draft('x'.repeat(500)))).toBeNull();
  expect(shelf.write('new', draft('y'.repeat(500), 2))).toBeNull();
  expect(shelf.tabs()).toEqual(['new']);
  expect(shelf.write('new', draft('y'.repeat(2000), 3))?.kind).toBe('full');
  expect(shelf.read('new')).toEqual({ kind: 'draft', draft: draft('y'.repeat(500), 2) });
});
