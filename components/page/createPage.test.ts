import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { done, running, sessionTest } from '../session/testing/sessionTest.ts';
import { createWorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { scriptDocument } from '../workspace/documents.ts';
import { createPage } from './createPage.ts';
import { useLayout } from './layoutStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  useLayout.setState(useLayout.getInitialState());
});

const starter = { files: { 'src/lib.rs': 'lib' }, sql: 'SELECT 1', lock: '# of the link' };

function open() {
  const { server, connected } = sessionTest();
  const session = connected();
  const workspace = createWorkspaceStore(starter);
  const sent = () => server.take().flatMap((message) => (message.type === 'run' ? [message.request] : []));
  return { server, session, workspace, sent, page: createPage(workspace, session.store) };
}

it('runs what is on the screen, with its lock file, in the mode that is asked for', () => {
  const { page, sent } = open();
  expect(page.runProject('test', { only: ['one'] })).toBe('taken');
  expect(sent()).toEqual([{ ...starter, mode: 'test', only: ['one'] }]);
  expect(useLayout.getState().phonePane).toBe('results');
});

it('does nothing while a run is on', () => {
  const { page, sent } = open();
  page.runProject();
  sent();
  useLayout.setState({ phonePane: 'sql' });
  expect(page.runProject()).toBe('running');
  expect(sent()).toEqual([]);
  expect(useLayout.getState().phonePane).toBe('sql');
});

it('says beside the results why nothing was sent, until a run is taken', () => {
  const { page, workspace, session, sent } = open();
  workspace.getState().setSql('\0');
  expect(page.runProject()).toBe('refused');
  expect(sent()).toEqual([]);
  expect(session.state().refusal).toMatchObject({ kind: 'invalid', message: expect.stringContaining('NUL') });
  workspace.getState().setSql('SELECT 2');
  expect(page.runProject()).toBe('taken');
  expect(session.state().refusal).toBeNull();
});

it('runs in a new database, where that could be made', async () => {
  const { page, server, session, sent } = open();
  const endedAs = async (outcome: 'ok' | 'unavailable') => {
    const asked = page.resetAndRun();
    const run = session.state().current?.id ?? '';
    seq += 2;
    server.event(seq - 1, run, running);
    server.event(seq, run, { type: 'done', outcome, ms: 1 });
    await asked;
    return sent().map(({ mode }) => mode);
  };
  let seq = 0;
  expect(await endedAs('unavailable')).toEqual(['resetDatabase']);
  expect(await endedAs('ok')).toEqual(['resetDatabase', 'run']);
});

it('waits for the end of the run under way, and for nothing where none is', async () => {
  const { page, server, session } = open();
  expect(await page.untilRunEnds()).toBeNull();
  page.runProject();
  const run = session.state().current?.id ?? '';
  let ended: string | undefined;
  const waiting = page.untilRunEnds().then((record) => {
    ended = record?.id;
  });
  server.event(1, run, running, 10);
  await vi.advanceTimersByTimeAsync(50);
  expect(ended).toBeUndefined();
  server.event(2, run, done, 900);
  await vi.advanceTimersByTimeAsync(50);
  await waiting;
  expect(ended).toBe(run);
});

it('shows the pane of a place on a phone, and makes room for it', () => {
  const { page, workspace } = open();
  useLayout.setState({ toolsMaximised: true });
  page.reveal(scriptDocument, 1, 2);
  expect(useLayout.getState()).toMatchObject({ phonePane: 'sql', toolsMaximised: false });
  page.reveal('src/lib.rs', 3, 4);
  expect(useLayout.getState().phonePane).toBe('code');
  expect(workspace.getState().reveal).toMatchObject({ document: 'src/lib.rs', line: 3, column: 4 });
});

it('knows the files of the project', () => {
  const { page, workspace } = open();
  expect(page.isFile('src/more.rs')).toBe(false);
  workspace.getState().add('src/more.rs');
  expect(page.isFile('src/more.rs')).toBe(true);
});
