import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { createWorkspaceStore } from '../createWorkspaceStore.ts';
import { DraftShelf } from './DraftShelf.ts';
import { keepDraft } from './keepDraft.ts';

const starter = { files: { 'src/lib.rs': 'one' }, sql: '' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keptText(shelf: DraftShelf): string | undefined {
  const found = shelf.read('tab');
  return found.kind === 'draft' ? found.draft.content.files['src/lib.rs'] : undefined;
}

it('keeps a change 300 ms after the first key of a burst', () => {
  const store = createWorkspaceStore(starter);
  const shelf = new DraftShelf(fakeStorage());
  const keeper = keepDraft(store, shelf, 'tab');
  store.getState().edit('src/lib.rs', 'two');
  expect(store.getState().keeping).toBe('pending');
  vi.advanceTimersByTime(200);
  store.getState().edit('src/lib.rs', 'three');
  expect(keptText(shelf)).toBeUndefined();
  vi.advanceTimersByTime(100);
  expect(keptText(shelf)).toBe('three');
  expect(store.getState().keeping).toBe('kept');
  keeper.stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('keeps at once what is unwritten when the page goes', () => {
  const store = createWorkspaceStore(starter);
  const shelf = new DraftShelf(fakeStorage());
  const keeper = keepDraft(store, shelf, 'tab');
  store.getState().edit('src/lib.rs', 'two');
  keeper.flush();
  expect(keptText(shelf)).toBe('two');
  store.getState().edit('src/lib.rs', 'three');
  keeper.stop();
  expect(keptText(shelf)).toBe('three');
});

it('writes nothing where only the view changes', () => {
  const store = createWorkspaceStore(starter);
  const keeper = keepDraft(store, new DraftShelf(fakeStorage()), 'tab');
  store.getState().revealAt('src/lib.rs', 1, 1);
  expect(vi.getTimerCount()).toBe(0);
  keeper.stop();
});

it('says that the browser has no room, until it has', () => {
  const store = createWorkspaceStore(starter);
  const keeper = keepDraft(store, new DraftShelf(fakeStorage(300)), 'tab');
  store.getState().edit('src/lib.rs', 'x'.repeat(1000));
  vi.advanceTimersByTime(300);
  expect(store.getState().keeping).toBe('failed');
  expect(store.getState().draftProblem?.kind).toBe('full');
  store.getState().edit('src/lib.rs', 'x');
  vi.advanceTimersByTime(300);
  expect(store.getState().keeping).toBe('kept');
  expect(store.getState().draftProblem).toBeNull();
  keeper.stop();
});
