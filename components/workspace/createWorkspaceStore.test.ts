import { expect, it } from 'vitest';
import { createWorkspaceStore } from './createWorkspaceStore.ts';
import { scriptDocument } from './documents.ts';

const starter = { files: { 'src/lib.rs': 'one', 'Cargo.toml': 'two', 'src/a.rs': 'three' }, sql: 'select 1' };

it('edits, adds and renames, and shows what was added', () => {
  const store = createWorkspaceStore(starter);
  const { edit, add, rename } = store.getState();
  edit('src/lib.rs', 'uno');
  expect(add('src/b.rs', 'four')).toBeNull();
  expect(store.getState().active).toBe('src/b.rs');
  expect(rename('src/b.rs', 'src/c.rs')).toBeNull();
  expect(store.getState().active).toBe('src/c.rs');
  expect(store.getState().files).toEqual({ ...starter.files, 'src/lib.rs': 'uno', 'src/c.rs': 'four' });
});

it('shows another file where there is no src/lib.rs', () => {
  const store = createWorkspaceStore({ files: { 'Cargo.toml': '', 'a/src/lib.rs': '' }, sql: '' });
  expect(store.getState().active).toBe('Cargo.toml');
  store.getState().open('a/src/lib.rs');
  store.getState().remove('a/src/lib.rs');
  expect(store.getState().active).toBe('Cargo.toml');
});

it('changes nothing where a rule forbids it', () => {
  const store = createWorkspaceStore(starter);
  const before = store.getState();
  expect(before.add('src/lib.rs')?.kind).toBe('taken');
  expect(before.remove('src/lib.rs')?.kind).toBe('required');
  before.edit('src/none.rs', 'x');
  expect(store.getState()).toEqual(before);
});

it('chooses a pgrx in Cargo.toml where that names one, and beside it otherwise', () => {
  const manifest = '[features]\npg19 = ["pgrx/pg19"]\n[dependencies]\npgrx = "=0.19.3"\n';
  const pinning = createWorkspaceStore({ ...starter, files: { ...starter.files, 'Cargo.toml': manifest } });
  pinning.getState().setPgrx('0.18.1');
  expect(pinning.getState().pgrx).toBeNull();
  expect(pinning.getState().files['Cargo.toml']).toBe('[features]\n[dependencies]\npgrx = "=0.18.1"\n');
  pinning.getState().setPgrx('0.19.3');
  // Nothing is edited any more.
  expect(pinning.getState().files['Cargo.toml']).toBe(manifest);
  pinning.getState().edit('Cargo.toml', '[dependencies]\npgrx = "0.19"\nserde = "1"\n');
  pinning.getState().setPgrx('0.18.1');
  expect(pinning.getState().files['Cargo.toml']).toBe('[dependencies]\npgrx = "=0.18.1"\nserde = "1"\n');

  const store = createWorkspaceStore(starter);
  store.getState().setPgrx('0.18.1');
  expect(store.getState()).toMatchObject({ pgrx: '0.18.1', files: starter.files });
  store.getState().reset();
  expect(store.getState().pgrx).toBeNull();
  store.getState().undoReset();
  expect(store.getState().pgrx).toBe('0.18.1');
});

it('takes a removal back', () => {
  const store = createWorkspaceStore(starter);
  store.getState().open('src/a.rs');
  store.getState().remove('src/a.rs');
  expect(store.getState().active).toBe('src/lib.rs');
  expect(store.getState().files['src/a.rs']).toBeUndefined();
  store.getState().undoRemove();
  expect(store.getState().files['src/a.rs']).toBe('three');
  expect(store.getState().removed).toBeNull();
});

it('takes a reset back', () => {
  const store = createWorkspaceStore(starter);
  store.getState().edit('src/lib.rs', 'mine');
  store.getState().reset({ files: { 'src/lib.rs': 'other' }, sql: '' });
  expect(store.getState().files).toEqual({ 'src/lib.rs': 'other' });
  store.getState().undoReset();
  expect(store.getState().files['src/lib.rs']).toBe('mine');
  expect(store.getState().sql).toBe('select 1');
});

it('shows a place each time it is asked to, and none in a file that is not there', () => {
  const store = createWorkspaceStore(starter);
  const { revealAt } = store.getState();
  revealAt('src/a.rs', 3, 1);
  revealAt('src/a.rs', 3, 1);
  expect(store.getState().active).toBe('src/a.rs');
  expect(store.getState().reveal?.request).toBe(2);
  revealAt('/etc/passwd', 1, 1);
  expect(store.getState().reveal?.request).toBe(2);
  revealAt(scriptDocument, 1, 8);
  expect(store.getState().active).toBe('src/a.rs');
  expect(store.getState().reveal?.document).toBe(scriptDocument);
});

it('takes a change of all files back as one, until something else is changed', () => {
  const store = createWorkspaceStore(starter);
  const { open, edit, replaceFiles, undoReplace } = store.getState();
  const made = { 'src/lib.rs': 'uno', 'Cargo.toml': 'dos' };
  open('src/a.rs');
  replaceFiles(made);
  expect(store.getState()).toMatchObject({ files: made, active: 'src/lib.rs' });
  undoReplace();
  expect(store.getState()).toMatchObject({ files: starter.files, active: 'src/a.rs', beforeReplace: null });
  replaceFiles(made);
  edit('Cargo.toml', 'tres');
  undoReplace();
  expect(store.getState().files).toEqual({ ...made, 'Cargo.toml': 'tres' });
});
