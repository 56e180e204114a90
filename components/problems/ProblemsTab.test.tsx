import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aDiagnostic } from '../../test/support/aDiagnostic.ts';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { sessionTest } from '../session/testing/sessionTest.ts';
import { useWorkspace, WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { ProblemsTab } from './ProblemsTab.tsx';

const versions = {
  postgres: [{ major: 17, version: '17.11' }],
  pgrx: '0.19.3',
  rustc: '1.96.1',
  crates: [{ name: 'rand', version: '0.9.2' }],
};
const at = { file: 'src/lib.rs', line: 1 };
const files = { 'src/lib.rs': 'use rand::Rng;', 'Cargo.toml': '[dependencies]\npgrx = "1"\n' };

function Manifest() {
  return <pre data-testid="manifest">{useWorkspace((state) => state.files['Cargo.toml'])}</pre>;
}

it('says all of a compiler error, and adds the crate that it misses to Cargo.toml', () => {
  const { server, connected } = sessionTest();
  const session = connected({ versions });
  render(
    <WorkspaceProvider starter={{ files, sql: '' }}>
      <SessionProvider session={session}>
        <ProblemsTab />
        <Manifest />
      </SessionProvider>
    </WorkspaceProvider>,
  );
  act(() => {
    session.state().run({ files, sql: '', mode: 'run' });
    const run = session.state().current?.id ?? '';
    server.event(1, run, { type: 'phase', phase: 'building' });
    server.event(2, run, {
      ...aDiagnostic,
      message: 'unresolved import `rand`',
      labels: [
        { ...at, primary: true, message: 'use of unresolved module or unlinked crate `rand`' },
        { ...at, line: 9, primary: false, message: 'needed here' },
      ],
      notes: [
        {
          file: null,
          line: null,
          severity: 'help',
          message: 'if you wanted to use a crate named `rand`, use `cargo add rand` to add it',
        },
      ],
    });
    server.event(3, run, { type: 'build', ok: false, ms: 1 });
  });
  expect(screen.getByText(/use of unresolved module.* line 9: needed here help: if you/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Add rand 0.9.2 to Cargo.toml' }));
  expect(screen.getByTestId('manifest').textContent).toBe('[dependencies]\npgrx = "1"\nrand = "0.9.2"\n');
  expect(screen.queryByRole('button', { name: /^Add rand/ })).toBeNull();
});
