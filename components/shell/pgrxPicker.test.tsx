import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { sessionTest } from '../session/testing/sessionTest.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { PgrxPicker } from './top/PgrxPicker.tsx';

afterEach(cleanup);

const one = { postgres: [{ major: 17, version: '17.11' }], pgrx: '0.19.3', rustc: '1.96.1', crates: [] };

function shown(manifest: string) {
  const test = sessionTest();
  const session = test.connected();
  render(
    <WorkspaceProvider starter={{ files: { 'src/lib.rs': '', 'Cargo.toml': manifest }, sql: '' }}>
      <SessionProvider session={session}>
        <PgrxPicker />
      </SessionProvider>
    </WorkspaceProvider>,
  );
  const versions = (otherPgrx: (typeof one)[]) =>
    act(() => test.server.say({ type: 'versions', versions: { ...one, otherPgrx } }));
  return { versions };
}

it('is there only where there is a choice, and changes Cargo.toml from the keyboard', async () => {
  const { versions } = shown('[dependencies]\npgrx = "=0.19.3"\n');
  expect(screen.queryByRole('button')).toBeNull();
  versions([{ ...one, pgrx: '0.18.1' }]);
  const button = screen.getByRole('button', { name: 'pgrx 0.19.3' });
  fireEvent.keyDown(button, { key: 'Enter' });
  const items = screen.getAllByRole('menuitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(['pgrx 0.19.3', 'pgrx 0.18.1']);
  expect(screen.getByText(/changes the pgrx crates in Cargo.toml/)).toBeTruthy();
  fireEvent.keyDown(items[1] as HTMLElement, { key: 'Enter' });
  expect(screen.getByRole('button', { name: 'pgrx 0.18.1' })).toBeTruthy();
});

it('leaves a Cargo.toml alone that names no pgrx', () => {
  const { versions } = shown('[package]\n');
  versions([{ ...one, pgrx: '0.18.1' }]);
  fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' });
  expect(screen.queryByText(/changes the pgrx crates/)).toBeNull();
  fireEvent.keyDown(screen.getByRole('menuitem', { name: 'pgrx 0.18.1' }), { key: 'Enter' });
  expect(screen.getByRole('button', { name: 'pgrx 0.18.1' })).toBeTruthy();
});
