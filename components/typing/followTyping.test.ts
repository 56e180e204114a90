import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { sessionTest } from '../session/testing/sessionTest.ts';
import { createWorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { followTyping } from './followTyping.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const build: RunEvent = { type: 'build', ok: true, ms: 1 };

function typing({ hidden = false } = {}) {
  const { server, connected } = sessionTest();
  const session = connected();
  const workspace = createWorkspaceStore({
    files: { 'src/lib.rs': '' },
    sql: 'select 1',
    lock: '# of the link',
  });
  workspace.setState({ keeping: 'unedited' });
  const page = { hidden };
  const following = followTyping({
    workspace,
    session: session.store,
    channel: session.channel,
    isHidden: () => page.hidden,
  });
  const type = (text: string) => workspace.getState().edit('src/lib.rs', text);
  /** What the page has asked for since the last look. */
  const asked = () =>
    server
      .take()
      .flatMap((message) =>
        message.type === 'background' ? [message.request.mode] : message.type === 'cancel' ? ['cancel'] : [],
      );
  const end = (outcome: 'ok' | 'cancelled' | 'buildFailed') => {
    const run = session.state().background?.id ?? '';
    for (const event of [build, { type: 'done', outcome, ms: 1 } as const])
      server.say({ type: 'background', run, at: 1, event });
    vi.advanceTimersByTime(50);
  };
  return { server, session, workspace, page, following, type, asked, end };
}

it('[K5] has it checked and built with the lock file that Run would build with', () => {
  const { type, server, end } = typing();
  type('a');
  vi.advanceTimersByTime(400);
  const sent = server.take();
  end('ok');
  vi.advanceTimersByTime(5_000);
  const requests = [...sent, ...server.take()].flatMap((message) =>
    message.type === 'background' ? [message.request] : [],
  );
  expect(requests.map(({ mode, lock }) => [mode, lock])).toEqual([
    ['check', '# of the link'],
    ['prepare', '# of the link'],
  ]);
});

it('[B1] asks once for each pause, and for nothing before anything was typed', () => {
  const { type, asked, workspace } = typing();
  vi.advanceTimersByTime(5_000);
  workspace.getState().setSql('select 2');
  vi.advanceTimersByTime(5_000);
  expect(asked()).toEqual([]);
  for (const text of ['a', 'ab', 'abc']) {
    type(text);
    vi.advanceTimersByTime(300);
  }
  expect(asked()).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(asked()).toEqual(['check']);
});

it('[Q2] has it built where the check finds nothing wrong, and drops that when a key is pressed', () => {
  const { type, asked, end } = typing();
  type('a');
  vi.advanceTimersByTime(400);
  end('ok');
  expect(asked()).toEqual(['check', 'prepare']);
  type('b');
  expect(asked()).toEqual(['cancel']);
  vi.advanceTimersByTime(400);
  expect(asked()).toEqual(['check']);
  end('buildFailed');
  expect(asked()).toEqual([]);
});

it('[B1] waits no longer for what its own typing has ended', () => {
  const { type, asked, end } = typing();
  type('a');
  vi.advanceTimersByTime(400);
  type('b');
  end('cancelled');
  vi.advanceTimersByTime(400);
  expect(asked()).toEqual(['check', 'cancel', 'check']);
});

it('[R7] asks no more for what the server does not do', () => {
  const { type, asked, end, server, session } = typing();
  type('a');
  vi.advanceTimersByTime(400);
  end('ok');
  const run = session.state().background?.id ?? '';
  server.say({ type: 'refused', run, kind: 'invalid', message: 'This server does not do "prepare".' });
  vi.advanceTimersByTime(5_000);
  expect(asked()).toEqual(['check', 'prepare']);
  type('b');
  vi.advanceTimersByTime(400);
  end('ok');
  vi.advanceTimersByTime(5_000);
  expect(asked()).toEqual(['check']);
});

it('[B3] asks again, later, for a check that made way', () => {
  const { type, asked, end } = typing();
  type('a');
  vi.advanceTimersByTime(400);
  end('cancelled');
  expect(asked()).toEqual(['check']);
  vi.advanceTimersByTime(2_000);
  expect(asked()).toEqual(['check']);
});

it('[B1] asks for nothing while nobody looks, and then for what was typed', () => {
  const { type, asked, page, following } = typing({ hidden: true });
  type('a');
  vi.advanceTimersByTime(5_000);
  expect(asked()).toEqual([]);
  page.hidden = false;
  following.visible();
  vi.advanceTimersByTime(400);
  expect(asked()).toEqual(['check']);
  following.stop();
  type('b');
  vi.advanceTimersByTime(5_000);
  expect(asked()).toEqual([]);
});

it('[B2] asks anew after a lost connection', () => {
  const { type, asked, server } = typing();
  type('a');
  vi.advanceTimersByTime(400);
  expect(asked()).toEqual(['check']);
  server.drop();
  vi.advanceTimersByTime(20_000);
  server.accept();
  server.welcome({ resumed: true });
  vi.advanceTimersByTime(1_000);
  expect(asked()).toEqual(['check']);
});
