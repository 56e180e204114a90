import { expect, it } from 'vitest';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { createWorkspaceStore } from '../createWorkspaceStore.ts';
import { DraftShelf, tabDrafts } from './DraftShelf.ts';
import { loadDraft } from './loadDraft.ts';

const starter = { files: { 'src/lib.rs': 'starter' }, sql: 'select 1' };
const content = {
  files: { 'src/lib.rs': 'mine', 'src/a.rs': 'a' },
  sql: 'select 2',
  postgres: 17,
  pgrx: '0.18.1',
  title: 'T',
  active: 'src/a.rs',
  parent: 'abcdefghijkl',
};
const tab = { id: 'tab', from: 'own', copyOf: null } as const;

function setUp() {
  const storage = fakeStorage();
  const shelf = new DraftShelf(storage);
  const store = createWorkspaceStore(starter);
  const load = (typedInDraft = false, from: Parameters<typeof loadDraft>[0]['tab'] = tab) =>
    loadDraft({ shelf, tab: from, state: store.getState(), typedInDraft, spareTab: 'spare' });
  return { storage, shelf, store, load };
}

it('leaves the starter where nothing was kept', () => {
  expect(setUp().load()).toEqual({ keeping: 'unedited', draftProblem: null });
});

it('takes the draft', () => {
  const { shelf, load } = setUp();
  shelf.write('tab', { savedAt: 1, content });
  expect(load()).toEqual({ ...content, keeping: 'kept', draftProblem: null });
});

it('takes a copy of another tab’s draft', () => {
  const { shelf, load } = setUp();
  shelf.write('other', { savedAt: 1, content });
  expect(load(false, { id: 'tab', from: 'new', copyOf: 'other' }).sql).toBe('select 2');
});

it('lets what was typed into the draft’s own text stand', () => {
  const { shelf, store, load } = setUp();
  shelf.write('tab', { savedAt: 1, content });
  store.getState().edit('src/lib.rs', 'mine!');
  const loaded = load(true);
  expect(loaded.files).toEqual({ 'src/lib.rs': 'mine!', 'src/a.rs': 'a' });
  expect(loaded.sql).toBe('select 2');
  expect(shelf.read('spare').kind).toBe('none');
});

it('copies the draft before what was typed into the starter stands in its place', () => {
  const { shelf, store, load } = setUp();
  shelf.write('tab', { savedAt: 1, content });
  store.getState().edit('src/lib.rs', 'starter!');
  expect(load().files).toEqual({ 'src/lib.rs': 'starter!', 'src/a.rs': 'a' });
  expect(shelf.read('spare')).toEqual({ kind: 'draft', draft: { savedAt: 1, content } });
});

it('tells of a draft that cannot be read', () => {
  const { storage, load } = setUp();
  storage.setItem(`${tabDrafts.prefix}tab`, 'x');
  expect(load().draftProblem?.kind).toBe('broken');
});
