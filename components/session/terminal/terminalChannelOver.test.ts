import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionB } from '../testing/fakeServer.ts';
import { sessionTest } from '../testing/sessionTest.ts';
import { inputParts } from './terminalChannelOver.ts';

describe('the terminal', () => {
  let test: ReturnType<typeof sessionTest>;
  beforeEach(() => {
    vi.useFakeTimers();
    test = sessionTest();
  });
  afterEach(() => void vi.useRealTimers());

  function opened() {
    const session = test.connected();
    session.terminals.psql.open(80, 24);
    test.server.take();
    test.server.say({ type: 'terminal.output', offset: 0, data: 'psql' });
    return session;
  }

  it('[T1] is opened in its pane’s size, within what the server takes', () => {
    const { terminals, state } = test.connected();
    const terminal = terminals.psql;
    terminal.open(1000.4, 0);
    expect(test.server.take()).toEqual([{ type: 'terminal.open', terminal: 'psql', columns: 500, rows: 2 }]);
    expect(state().terminals.psql).toEqual({ state: 'opening' });
    test.server.say({ type: 'terminal.output', offset: 0, data: 'psql' });
    expect(state().terminals.psql).toEqual({ state: 'open' });
  });

  it('[T2] goes on after a lost connection with what it has not had', () => {
    const { terminals, state } = opened();
    const terminal = terminals.psql;
    let shown = '';
    terminal.subscribe(({ data }) => {
      shown += data;
    });
    test.server.drop();
    expect(test.reconnect({ resumed: true })[0]).toMatchObject({ terminalAfter: 4 });
    test.server.say({ type: 'terminal.output', offset: 2, data: 'ql=#' });
    expect(shown).toBe('psql=#');
    expect(state().terminals.psql).toEqual({ state: 'open' });
  });

  it('[T3] can be opened again when psql has ended', () => {
    const { terminals, state } = opened();
    const terminal = terminals.psql;
    test.server.say({ type: 'terminal.closed', message: 'psql ended.' });
    expect(state().terminals.psql).toEqual({ state: 'ended', message: 'psql ended.' });
    terminal.open(80, 24);
    expect(state().terminals.psql).toEqual({ state: 'opening' });
    // One terminal in a session: its output is numbered on through all of its psqls.
    let shown = '';
    terminal.subscribe(({ data }) => {
      shown += data;
    });
    test.server.take();
    test.server.drop();
    expect(test.reconnect({ resumed: true })[0]).toMatchObject({ terminalAfter: 4 });
    test.server.say({ type: 'terminal.output', offset: 0, data: 'psqlagain' });
    expect(shown).toBe('psqlagain');
    expect(state().terminals.psql).toEqual({ state: 'open' });
  });

  it('ends with its session', () => {
    const { state } = opened();
    test.server.drop();
    expect(test.reconnect({ session: sessionB })[0]).toMatchObject({ terminalAfter: 4 });
    expect(state().terminals.psql.state).toBe('ended');
  });
});

describe('a long paste', () => {
  it('goes in pieces, no character cut in half', () => {
    const text = 'ab🦀cd';
    expect(inputParts(text, 3)).toEqual(['ab', '🦀c', 'd']);
    expect(inputParts('', 3)).toEqual([]);
  });
});
