import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { building, done, request, running, sessionTest } from './testing/sessionTest.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

it('a page shows its own runs of a session that it shares, and ends that of another', () => {
  const { server, open } = sessionTest();
  const first = open('one');
  server.accept();
  server.welcome();
  first.state().run(request);
  const run = first.state().current?.id ?? '';
  server.event(1, run, building, 10);
  first.stop();

  const second = open('two');
  server.accept();
  server.take();
  server.welcome({ resumed: true, run });
  server.event(1, run, building, 10);
  server.event(2, run, running, 20);
  vi.advanceTimersByTime(50);
  expect(server.take()).toEqual([{ type: 'cancel', run }]);
  expect(second.state().current).toBeNull();
  second.stop();

  const back = open('one');
  server.accept();
  server.take();
  server.welcome({ resumed: true });
  server.event(1, run, building, 10);
  server.event(2, run, done);
  vi.advanceTimersByTime(50);
  expect(server.take()).toEqual([]);
  expect(back.state().current).toMatchObject({ id: run, request, done });
});
