import { describe, expect, it } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { type FakePage, SessionsHarness } from '../../test/support/sessionsHarness.ts';

const second = 1_000;
const size = { columns: 80, rows: 24 };

/** One container for all, and a page that has it. */
async function full(): Promise<{ harness: SessionsHarness; holder: FakePage }> {
  const harness = new SessionsHarness();
  harness.settings.supply = { ...harness.settings.supply, containers: 1, warm: 0 };
  harness.settings.runMs = 600 * second;
  await harness.open();
  const holder = harness.connect({}, '192.0.2.7');
  holder.run();
  await settled();
  return { harness, holder };
}

const leave = (page: FakePage) => page.session?.detach(page);

describe('a page that is gone', () => {
  it('[S6] finds its container and its terminal when it comes back within two minutes', async () => {
    const { harness, holder } = await full();
    holder.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    leave(holder);
    await harness.clock.advance(119 * second);
    const again = harness.connect({ session: holder.id });
    await harness.clock.advance(60 * second);
    expect(again.of('ended')).toEqual([]);
    expect(again.of('terminal.closed')).toEqual([]);
    expect(again.of('session').at(-1)).toMatchObject({ container: 'ready' });
  });

  it('[S6] finds its events, and what has become of its container, when it comes later', async () => {
    const { harness, holder } = await full();
    holder.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    leave(holder);
    await harness.clock.advance(120 * second);
    expect(harness.sandbox.running).toEqual([]);
    const again = harness.connect({ session: holder.id });
    expect(again.of('welcome')).toMatchObject([{ resumed: true, lost: 0 }]);
    expect(again.story().at(-1)).toBe('done ok');
    expect(again.of('ended')).toEqual([{ type: 'ended', reason: 'idle', cause: 'away' }]);
    expect(again.of('terminal.closed')).toHaveLength(1);
    const once = harness.connect({ session: holder.id });
    expect([...once.of('ended'), ...once.of('terminal.closed')]).toEqual([]);
    const run = once.run();
    await settled();
    expect(once.story(run).at(-1)).toBe('done ok');
  });

  it('[R5] [S6] keeps its container as long as its run goes on', async () => {
    const { harness, holder } = await full();
    const { promise: go, resolve } = Promise.withResolvers<void>();
    harness.sql = () => go.then(() => ({ kind: 'ok' }));
    const run = holder.run();
    await settled();
    leave(holder);
    await harness.clock.advance(125 * second);
    expect(harness.sandbox.running).toHaveLength(1);
    resolve();
    await settled();
    expect(harness.sandbox.running).toEqual([]);
    expect(harness.connect({ session: holder.id }).story(run).at(-1)).toBe('done ok');
  });

  it('[S6] keeps it where it came back while the run went on', async () => {
    const { harness, holder } = await full();
    const { promise: go, resolve } = Promise.withResolvers<void>();
    harness.sql = () => go.then(() => ({ kind: 'ok' }));
    holder.run();
    await settled();
    leave(holder);
    await harness.clock.advance(119 * second);
    harness.connect({ session: holder.id });
    await harness.clock.advance(5 * second);
    resolve();
    await settled();
    expect(harness.sandbox.running).toHaveLength(1);
  });

  it('[R5] waits in no queue for longer than five seconds, and is told so', async () => {
    const { harness } = await full();
    const waiting = harness.connect();
    const run = waiting.run();
    const alone = harness.connect();
    alone.session?.handle({ type: 'terminal.open', terminal: 'psql', ...size });
    await settled();
    expect(harness.sessions.counts.waitingForContainer).toBe(2);
    leave(waiting);
    leave(alone);
    await harness.clock.advance(5 * second - 1);
    expect(harness.sessions.counts.waitingForContainer).toBe(2);
    await harness.clock.advance(1);
    expect(harness.sessions.counts.waitingForContainer).toBe(0);
    const again = harness.connect({ session: waiting.id });
    expect(again.story(run).at(-1)).toBe('done cancelled');
    expect(again.events(run).at(-1)).toMatchObject({ message: expect.stringContaining('closed or offline') });
  });

  it('[R5] gives up its turn to build as well, but no build under way', async () => {
    const harness = new SessionsHarness();
    harness.settings.builds = 1;
    await harness.open();
    const { promise: go, resolve } = Promise.withResolvers<void>();
    harness.build = () => go.then(() => ({ kind: 'failed' }));
    const [building, waiting] = [harness.connect(), harness.connect()];
    const runs = [building.run(), waiting.run()];
    await settled();
    for (const page of [building, waiting]) leave(page);
    await harness.clock.advance(5 * second);
    resolve();
    await settled();
    const ends = [building, waiting].map((page, at) =>
      harness.connect({ session: page.id }).story(runs[at]).at(-1),
    );
    expect(ends).toEqual(['done buildFailed', 'done cancelled']);
  });

  it('[R5] keeps its place in the queue where it comes back within five seconds', async () => {
    const { harness, holder } = await full();
    const waiting = harness.connect();
    const run = waiting.run();
    await settled();
    leave(waiting);
    await harness.clock.advance(4 * second);
    const again = harness.connect({ session: waiting.id });
    await harness.clock.advance(60 * second);
    holder.session?.handle({ type: 'leave' });
    await settled();
    expect(again.story(run).at(-1)).toBe('done ok');
  });

  it('[S4] is forgotten within seconds where it has nothing to come back to', async () => {
    const harness = await new SessionsHarness().open();
    const page = harness.connect();
    leave(page);
    await harness.clock.advance(4 * second);
    expect(harness.connect({ session: page.id }).of('welcome')).toMatchObject([{ resumed: true }]);
    await harness.clock.advance(60 * second);
    expect(harness.sessions.counts.sessions).toBe(1);
    const again = harness.connect();
    leave(again);
    await harness.clock.advance(5 * second);
    expect(harness.sessions.counts.sessions).toBe(1);
    await harness.sessions.drain();
    expect(harness.clock.pending).toBe(0);
  });
});
