import { act } from '@testing-library/react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WorkspaceStore } from '../../workspace/createWorkspaceStore.ts';
import { scriptDocument } from '../../workspace/documents.ts';
import { useWorkspaceStore, WorkspaceProvider } from '../../workspace/WorkspaceProvider.tsx';
import { usePaneDocument } from '../usePaneDocument.ts';
import { PlainEditor } from './PlainEditor.tsx';

const starter = {
  files: { 'src/lib.rs': '\n<a & "b">\n</textarea><b>', 'Cargo.toml': '[package]' },
  sql: 'select 1;',
};

let store: WorkspaceStore;
let root: Root | null = null;
const host = document.createElement('div');

function Panes() {
  store = useWorkspaceStore();
  const code = usePaneDocument('code');
  const script = usePaneDocument('script');
  return (
    <>
      <PlainEditor pane={code} />
      <PlainEditor pane={script} />
    </>
  );
}

const page = (
  <WorkspaceProvider starter={starter}>
    <Panes />
  </WorkspaceProvider>
);

function areas(): HTMLTextAreaElement[] {
  return [...host.querySelectorAll('textarea')];
}

function type(element: HTMLTextAreaElement | undefined, text: string): void {
  if (!element) throw new Error('no text area');
  element.value = text;
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

beforeEach(() => {
  document.body.append(host);
  host.innerHTML = renderToString(page);
});
afterEach(async () => {
  await act(async () => root?.unmount());
  root = null;
});

async function hydrate(): Promise<unknown[]> {
  const errors: unknown[] = [];
  await act(async () => {
    root = hydrateRoot(host, page, { onRecoverableError: (error) => errors.push(error) });
  });
  return errors;
}

it('has the text in the server’s HTML, whatever is in it', () => {
  expect(areas().map(({ value }) => value)).toEqual([starter.files['src/lib.rs'], starter.sql]);
  expect(areas().map((area) => area.getAttribute('aria-label'))).toEqual(['src/lib.rs, Rust', 'SQL script']);
});

it('keeps what was typed before the page’s script was there', async () => {
  const [code, script] = areas();
  type(code, 'typed early');
  code?.setSelectionRange(5, 5);
  const errors = await hydrate();
  expect(errors).toEqual([]);
  expect(areas()).toEqual([code, script]);
  expect(code?.value).toBe('typed early');
  expect(code?.selectionStart).toBe(5);
  expect(store.getState().files['src/lib.rs']).toBe('typed early');
  expect(store.getState().sql).toBe(starter.sql);
});

it('types into the workspace, and shows what is changed elsewhere', async () => {
  await hydrate();
  const [code, script] = areas();
  await act(async () => type(script, 'select 2;'));
  expect(store.getState().sql).toBe('select 2;');
  await act(async () => store.getState().edit('src/lib.rs', 'elsewhere'));
  expect(code?.value).toBe('elsewhere');
});

it('keeps the caret in its place when text is changed elsewhere', async () => {
  await hydrate();
  const script = areas()[1];
  script?.setSelectionRange(7, 7);
  await act(async () => store.getState().setSql('select 1, 2;'));
  expect(script?.selectionStart).toBe(7);
});

it('shows another file, and types into that', async () => {
  await hydrate();
  await act(async () => store.getState().open('Cargo.toml'));
  const [code] = areas();
  expect(code?.value).toBe('[package]');
  expect(code?.getAttribute('aria-label')).toBe('Cargo.toml, settings');
  await act(async () => type(code, '[lib]'));
  expect(store.getState().files['Cargo.toml']).toBe('[lib]');
  expect(store.getState().files['src/lib.rs']).toBe(starter.files['src/lib.rs']);
});

it('puts the caret where it is asked to', async () => {
  await hydrate();
  await act(async () => store.getState().setSql('select 1;\nselect 2;'));
  await act(async () => store.getState().revealAt(scriptDocument, 2, 8));
  const script = areas()[1];
  expect(document.activeElement).toBe(script);
  expect(script?.selectionStart).toBe('select 1;\nselect '.length);
});
