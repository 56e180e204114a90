import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { SessionProvider } from '../../session/SessionProvider.tsx';
import { extendRecord } from '../../session/state/applyEvents.ts';
import { newRecord } from '../../session/state/newRecord.ts';
import { sessionTest } from '../../session/testing/sessionTest.ts';
import { useWorkspace, WorkspaceProvider } from '../../workspace/WorkspaceProvider.tsx';
import { recordedId } from '../link/recordedRun.ts';
import { type Shared, SharedProvider } from '../link/SharedProvider.tsx';
import { RunVerdict } from './RunVerdict.tsx';

afterEach(cleanup);

const files = { 'src/lib.rs': 'a' };
const shared = { files, sql: 'select 1', mode: 'run' } as const;
const events: RunEvent[] = [
  { type: 'phase', phase: 'running' },
  { type: 'done', outcome: 'ok', ms: 1 },
];
const recorded = extendRecord(
  newRecord(recordedId, 0, shared),
  events.map((event) => ({ type: 'event', run: recordedId, gap: false, event })),
  1,
);

function Edit() {
  const setSql = useWorkspace((state) => state.setSql);
  return (
    <button type="button" onClick={() => setSql('select 2')}>
      type
    </button>
  );
}

/** The page of a link, on which this script has been run. */
function shownAfter(sql: string) {
  const { server, connected } = sessionTest();
  const session = connected();
  render(
    <WorkspaceProvider starter={{ files, sql }}>
      <SessionProvider session={session}>
        <SharedProvider shared={{ recorded } as Shared}>
          <RunVerdict />
          <Edit />
        </SharedProvider>
      </SessionProvider>
    </WorkspaceProvider>,
  );
  act(() => void session.state().run({ ...shared, sql }));
  const run = session.state().current?.id ?? '';
  for (const [index, event] of events.entries()) act(() => server.event(index + 1, run, event));
}

it('says "same result" of what was run, and that later edits were not', () => {
  shownAfter('select 1');
  expect(screen.getByRole('status').textContent?.trim()).toBe('Same result as recorded.');
  fireEvent.click(screen.getByRole('button', { name: 'type' }));
  expect(screen.getByRole('status').textContent).toBe(
    'Same result as recorded. What you have changed since then has not been run.',
  );
});

it('says where it was other code that gave the same', () => {
  shownAfter('select 2');
  expect(screen.getByRole('status').textContent?.trim()).toBe(
    'Same result as recorded, though other code was run.',
  );
});
