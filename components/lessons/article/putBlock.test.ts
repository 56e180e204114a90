import { expect, it } from 'vitest';
import { createWorkspaceStore } from '../../workspace/createWorkspaceStore.ts';
import { scriptDocument } from '../../workspace/documents.ts';
import { hasBlock, putBlock } from './putBlock.ts';

const start = { files: { 'src/lib.rs': 'mod a;\n', 'Cargo.toml': '[package]\n' }, sql: 'select 1;\n' };

it.each([
  ['src/lib.rs', 'append', 'fn b() {}', 'mod a;\n\nfn b() {}\n'],
  ['Cargo.toml', 'replace', '[lib]', '[lib]\n'],
  ['src/new.rs', 'replace', 'fn n() {}', 'fn n() {}\n'],
] as const)('puts a block into %s (%s), and knows that it is there', (document, how, text, expected) => {
  const store = createWorkspaceStore(start);
  const target = { document, how };
  expect(hasBlock(store.getState(), text, target)).toBe(false);
  expect(putBlock(store.getState(), text, target)).toBeNull();
  expect(store.getState().files[document]).toBe(expected);
  expect(store.getState().active).toBe(document);
  expect(hasBlock(store.getState(), text, target)).toBe(true);
});

it('adds SQL to the script', () => {
  const store = createWorkspaceStore(start);
  putBlock(store.getState(), 'select 2;', { document: scriptDocument, how: 'append' });
  expect(store.getState().sql).toBe('select 1;\nselect 2;\n');
});

it('says which rule forbids a new file', () => {
  const { getState } = createWorkspaceStore(start);
  expect(putBlock(getState(), 'x'.repeat(300_000), { document: 'src/big.rs', how: 'replace' })).toMatch(
    /256/,
  );
});
