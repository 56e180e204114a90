import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { sessionTest } from '../session/testing/sessionTest.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { RunIdNote } from './RunIdNote.tsx';
import { useRunId } from './runIdStore.ts';
import { useRunActions } from './useRunActions.ts';

const written = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => vi.stubGlobal('navigator', { clipboard: { writeText: written }, language: 'en' }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  written.mockReset();
  useRunId.setState({ note: null });
});

function Actions() {
  return useRunActions().map(({ id, name, perform }) => (
    <button key={id} type="button" onClick={perform}>
      {name}
    </button>
  ));
}

function shown() {
  const session = sessionTest().connected();
  render(
    <WorkspaceProvider starter={{ files: { 'src/lib.rs': '' }, sql: '' }}>
      <SessionProvider session={session}>
        <Actions />
        <RunIdNote />
      </SessionProvider>
    </WorkspaceProvider>,
  );
  return session;
}

const copy = () => screen.queryByRole('button', { name: 'Copy run ID' });

it('copies the ID under which the server’s log has the run, and says so', async () => {
  const session = shown();
  expect(copy()).toBeNull();
  act(() => void session.state().run({ files: { 'src/lib.rs': '' }, sql: '', mode: 'run' }));
  const id = session.state().current?.id ?? '';
  await act(async () => void fireEvent.click(copy() as HTMLElement));
  expect(written).toHaveBeenCalledExactlyOnceWith(id);
  expect(screen.getByRole('status').textContent).toContain(`Copied run ID ${id}`);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('status')).toBeNull();
});

it('shows the ID where the browser refuses to copy it', async () => {
  const session = shown();
  written.mockRejectedValue(new Error('denied'));
  document.execCommand = () => false;
  act(() => void session.state().run({ files: { 'src/lib.rs': '' }, sql: '', mode: 'run' }));
  await act(async () => void fireEvent.click(copy() as HTMLElement));
  expect(screen.getByRole('status').textContent).toContain(`Run ID: ${session.state().current?.id}`);
});
