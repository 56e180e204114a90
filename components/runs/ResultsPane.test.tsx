import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { sqlError } from '../../test/support/sqlError.ts';
import { FeaturesProvider } from '../page/FeaturesProvider.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { sessionTest } from '../session/testing/sessionTest.ts';
import { useWorkspace, WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { ResultsPane } from './ResultsPane.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const files = { 'src/lib.rs': 'a' };
const sql = 'select 1;\nselect spin();';
const statement: RunEvent = {
  type: 'statement',
  index: 0,
  sql: 'select 1',
  offset: 0,
  command: 'SELECT',
  rowCount: null,
  columns: [],
  rows: [],
  truncated: false,
  ms: 1,
};

function Edits() {
  const edit = useWorkspace((state) => state.edit);
  return (
    <>
      <button type="button" onClick={() => edit('src/lib.rs', 'b')}>
        type
      </button>
      <button type="button" onClick={() => edit('src/lib.rs', 'a')}>
        undo
      </button>
    </>
  );
}

function shown() {
  const { server, connected } = sessionTest();
  const session = connected();
  const events: RunEvent[] = [];
  render(
    <WorkspaceProvider starter={{ files, sql }}>
      <SessionProvider session={session}>
        <FeaturesProvider features={[]}>
          <ResultsPane />
        </FeaturesProvider>
        <Edits />
      </SessionProvider>
    </WorkspaceProvider>,
  );
  act(() => void session.state().run({ files, sql, mode: 'run' }));
  const run = session.state().current?.id ?? '';
  const say = (event: RunEvent, at: number) =>
    act(() => {
      events.push(event);
      server.event(events.length, run, event, at);
    });
  say({ type: 'phase', phase: 'running' }, 0);
  say(statement, 10);
  const requests = () =>
    server.take().flatMap((message) => (message.type === 'run' ? [message.request] : []));
  const sent = () => requests().map(({ mode }) => mode);
  return { say, sent, requests };
}

it('names the statement under way, and how long it has taken', () => {
  const { say } = shown();
  act(() => void vi.advanceTimersByTime(1000));
  say({ type: 'running', index: 1, statement: 'select spin()', offset: 10, ms: 300 }, 1000);
  expect(screen.getByText('select spin()')).toBeTruthy();
  expect(screen.getByText('Running for 0.3 s')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(2000));
  expect(screen.getByText('Running for 2.3 s')).toBeTruthy();
  say({ ...statement, index: 1, sql: 'select spin()', offset: 10 }, 3000);
  expect(screen.queryByText(/Running for/)).toBeNull();
});

it('dims results once the code is another, and says which they are of', () => {
  const { say } = shown();
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  press('type');
  expect(document.querySelector('.stale')).toBeNull();
  say({ type: 'done', outcome: 'ok', ms: 20 }, 20);
  expect(document.querySelector('.stale')?.textContent).toContain('select 1');
  expect(screen.getByText('Results of the version before your changes to src/lib.rs.')).toBeTruthy();
  press('undo');
  expect(document.querySelector('.stale')).toBeNull();
  expect(screen.queryByText(/Results of the version/)).toBeNull();
});

it('explains that what an earlier run created is still there, and resets on request', () => {
  const { say, sent } = shown();
  const message = 'relation "t" already exists';
  say(sqlError({ index: 1, statement: 'create table t ()', sqlstate: '42P07', message }), 20);
  say({ type: 'done', outcome: 'sqlFailed', ms: 30 }, 30);
  expect(screen.getByText(/The database is kept between runs/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Reset the database and run again' }));
  expect(sent()).toContain('resetDatabase');
});

it('says nothing of earlier runs for another error', () => {
  const { say } = shown();
  say(sqlError({ index: 1 }), 20);
  expect(screen.queryByText(/kept between runs/)).toBeNull();
});

it('has each run begin with an empty database on request, as a setting of the project', () => {
  const { say, requests } = shown();
  const message = 'relation "t" already exists';
  say(sqlError({ index: 1, statement: 'create table t ()', sqlstate: '42P07', message }), 20);
  say({ type: 'done', outcome: 'sqlFailed', ms: 30 }, 30);
  fireEvent.click(screen.getByRole('button', { name: 'Use a fresh database for each run' }));
  expect(requests().at(-1)?.files['postgresql.conf']).toBe('playground.fresh_database = on\n');
});
