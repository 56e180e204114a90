import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useLayout } from '../page/layoutStore.ts';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { sessionTest } from '../session/testing/sessionTest.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { features } from './features.ts';
import { Shell } from './Shell.tsx';
import { count, notes } from './testing/feature.tsx';

// What jsdom lacks, and what some modules ask for as they are loaded.
vi.hoisted(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  const none = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', none);
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('fetch', () => Promise.reject(new Error('There is no server.')));
});

afterEach(() => {
  cleanup();
  count.setState({ notes: 0, started: 0 });
  useLayout.setState({ toolTab: 'problems', toolsOpen: false, dialog: null });
});

/** The page with one feature more: a folder with two files, and its place in the list. */
function shown() {
  const session = sessionTest().connected();
  render(
    <WorkspaceProvider starter={{ files: { 'src/lib.rs': '' }, sql: '' }}>
      <SessionProvider session={session}>
        <Shell features={[...features, notes]} />
      </SessionProvider>
    </WorkspaceProvider>,
  );
}

it('shows a new feature’s tab after the others, with its count, and its content once it is chosen', () => {
  shown();
  const tabs = screen.getAllByRole('tab', { name: /Settings|Notes|Problems/ });
  expect(tabs.map(({ textContent }) => textContent)).toEqual(['Problems', 'Settings', 'Notes']);
  act(() => count.setState({ notes: 3 }));
  act(() => useLayout.setState({ toolTab: 'notes', toolsOpen: true }));
  const tab = screen.getByRole('tab', { name: /^Notes/ });
  expect(tab.textContent).toBe('Notes3');
  expect(tab.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText('3 notes')).toBeTruthy();
});

it('shows its parts in their places, and starts what goes on in the background once', () => {
  shown();
  expect(screen.getByRole('contentinfo').textContent).toContain('notes are on');
  expect(count.getState().started).toBe(1);
});

it('has its actions in the menu, in the palette, among the shortcuts, and on its keys', () => {
  shown();
  fireEvent.keyDown(document.body, { key: 'F9' });
  expect(count.getState().notes).toBe(1);
  act(() => useLayout.setState({ dialog: 'palette' }));
  expect(screen.getByRole('option', { name: /Write a note/ })).toBeTruthy();
  act(() => useLayout.setState({ dialog: 'shortcuts' }));
  expect(screen.getByText('Write a note').parentElement?.textContent).toContain('F9');
  act(() => useLayout.setState({ dialog: null }));
  fireEvent.keyDown(screen.getByRole('button', { name: 'More' }), { key: 'Enter' });
  expect(screen.getByRole('menuitem', { name: /Write a note/ })).toBeTruthy();
});

it('has a way to its tab', () => {
  shown();
  act(() => useLayout.setState({ dialog: 'palette' }));
  fireEvent.click(screen.getByRole('option', { name: 'Notes' }));
  expect(useLayout.getState()).toMatchObject({ toolTab: 'notes', toolsOpen: true, dialog: null });
});

it('has one name for each feature, tab and place of an action', () => {
  const unique = (ids: string[]) => expect([...new Set(ids)]).toEqual(ids);
  unique(features.map(({ id }) => id));
  unique(features.flatMap(({ tabs = [] }) => tabs.map(({ id }) => id)));
});
