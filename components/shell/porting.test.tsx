import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Diagnostic, RunEvent } from '../../protocol/events/events.ts';
import { oldProjects } from '../../test/support/oldProjects.ts';
import { useLayout } from '../page/layoutStore.ts';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { sessionTest } from '../session/testing/sessionTest.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { useWorkspaceStore, WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { features } from './features.ts';
import { Shell } from './Shell.tsx';

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
  useLayout.setState({ toolTab: 'problems', toolsOpen: false, dialog: null });
});

const refused: Diagnostic = {
  type: 'diagnostic',
  severity: 'error',
  code: 'old-pgrx',
  message: 'This server has another pgrx.',
  file: 'Cargo.toml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  rendered: '',
  suggestions: [],
};

/** Finding what has a role in the whole page takes jsdom seconds where every core is busy. */
const timeout = 30_000;

let probed: WorkspaceStore | null = null;

function Probe() {
  probed = useWorkspaceStore();
  return null;
}

/** The page with a project of another pgrx, after a run that was refused for it. */
function shown(name: string) {
  const { server, connected } = sessionTest();
  const session = connected();
  const files = oldProjects[name] ?? {};
  render(
    <WorkspaceProvider starter={{ files, sql: '' }}>
      <SessionProvider session={session}>
        <Shell features={features} />
        <Probe />
      </SessionProvider>
    </WorkspaceProvider>,
  );
  act(() => {
    session.state().run({ files, sql: '', mode: 'run' });
    const run = session.state().current?.id ?? '';
    const events: RunEvent[] = [
      refused,
      { ...refused, line: 2 },
      { type: 'build', ok: false, ms: 0 },
      { type: 'done', outcome: 'buildFailed', ms: 1 },
    ];
    for (const [index, event] of events.entries()) server.event(index + 1, run, event, 1);
  });
  return () => Object.keys(probed?.getState().files ?? {});
}

it('offers the port once where the version is refused, shows what it changes, and takes it back', {
  timeout,
}, async () => {
  const paths = shown('pgrx-0.15');
  const embed = 'src/bin/pgrx_embed.rs';
  const results = screen.getByRole('region', { name: 'Results' });
  fireEvent.click(within(results).getByRole('button', { name: 'Port to pgrx 0.19.3…' }));
  const dialog = screen.getByRole('dialog', { name: 'Port to pgrx 0.19.3' });
  expect(await within(dialog).findByText('Changes in 2 files')).toBeTruthy();
  expect(within(dialog).getByText('+pgrx = "=0.19.3"')).toBeTruthy();
  expect(within(dialog).getByText('-::pgrx::pgrx_embed!();')).toBeTruthy();
  expect(within(dialog).getByText(/^SqlTranslatable has constants/)).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: /src\/lib.rs:13/ })).toBeTruthy();
  expect(paths()).toContain(embed);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Apply changes' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(paths()).not.toContain(embed);
  const status = within(screen.getByRole('contentinfo'));
  fireEvent.click(status.getByRole('button', { name: 'What’s left' }));
  const left = screen.getByRole('dialog', { name: 'Port to pgrx 0.19.3' });
  expect(await within(left).findByText('Nothing to change automatically')).toBeTruthy();
  expect(within(left).queryByRole('button', { name: 'Apply changes' })).toBeNull();
  fireEvent.click(within(left).getByRole('button', { name: 'Close' }));
  fireEvent.click(status.getByRole('button', { name: 'Undo' }));
  expect(paths()).toContain(embed);
  expect(status.queryByText(/^Ported to/)).toBeNull();
});

it('stands in the palette, and among the problems', { timeout }, () => {
  shown('pgrx-0.16');
  act(() => useLayout.setState({ toolTab: 'problems', toolsOpen: true }));
  expect(screen.getAllByRole('button', { name: 'Port to pgrx 0.19.3…' })).toHaveLength(2);
  act(() => useLayout.setState({ dialog: 'palette' }));
  fireEvent.click(screen.getByRole('option', { name: 'Port to pgrx 0.19.3' }));
  expect(screen.getByRole('dialog', { name: 'Port to pgrx 0.19.3' })).toBeTruthy();
});
