import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '../../protocol/version.ts';
import { request, sessionTest } from './testing/sessionTest.ts';

let test: ReturnType<typeof sessionTest>;
beforeEach(() => {
  vi.useFakeTimers();
  test = sessionTest();
});
afterEach(() => void vi.useRealTimers());

describe('a run that is asked for without a connection', () => {
  it('waits for the connection, and then starts', () => {
    const { server, connected, reconnect } = test;
    const { state } = connected();
    server.drop();
    expect(state().run(request)).toBeNull();
    expect(state()).toMatchObject({ current: null, waiting: request, refusal: null });
    reconnect({ resumed: true });
    expect(server.take()).toMatchObject([{ type: 'run', request }]);
    expect(state()).toMatchObject({ current: { request }, waiting: null });
  });

  it('waits for the first connection as well', () => {
    const { server, open } = test;
    const { state } = open();
    state().run(request);
    server.accept();
    expect(server.take()).toMatchObject([{ type: 'hello' }]);
    server.welcome();
    expect(server.take()).toMatchObject([{ type: 'run', request }]);
  });

  it('that waits for the connection can be cancelled, and is sent no more', () => {
    const { server, connected, reconnect } = test;
    const { state } = connected();
    server.drop();
    state().run(request);
    state().cancel();
    expect(state().waiting).toBeNull();
    reconnect({ resumed: true });
    expect(server.take()).toEqual([]);
  });

  it('is refused where the page does not connect again by itself', () => {
    const { server, connected } = test;
    const { state } = connected();
    server.drop(closeCodes.replaced);
    expect(state().run(request)).toMatchObject({
      kind: 'offline',
      message: expect.stringContaining('Use here'),
    });
    expect(state().waiting).toBeNull();
  });
});
