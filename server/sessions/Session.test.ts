import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../protocol/version.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { type FakePage, SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';
import { newId } from '../base/newId.ts';

const opened = () => new SessionsHarness().open();
const minutes = 60_000;

async function withContainer(): Promise<{ harness: SessionsHarness; page: FakePage }> {
  const harness = await opened();
  const page = harness.connect();
  page.run();
  await settled();
  return { harness, page };
}

describe('hello', () => {
  it('[O3] is answered by welcome, then session', async () => {
    const page = (await opened()).connect();
    expect(page.messages.map(({ type }) => type)).toEqual(['welcome', 'session']);
    expect(page.of('welcome')).toMatchObject([{ resumed: false, lost: 0, run: null }]);
    expect(page.of('session')).toMatchObject([{ container: 'none', idleEndsAt: null, ageEndsAt: null }]);
  });

  it('[O5] tells no difference between an ended session and one that never was', async () => {
    const { harness, page } = await withContainer();
    page.session?.handle({ type: 'leave' });
    page.close(1000, '');
    await settled();
    for (const session of [page.id, newId()]) {
      const [welcome] = harness.connect({ session, after: 3 }).of('welcome');
      expect(welcome).toMatchObject({ resumed: false, lost: 0, run: null });
      expect(welcome?.session).not.toBe(session);
    }
  });

  it('[O6] takes a session over from another page', async () => {
    const { harness, page } = await withContainer();
    const other = harness.connect({ session: page.id });
    expect(page.closed?.code).toBe(closeCodes.replaced);
    expect(other.of('welcome')).toMatchObject([{ resumed: true, session: page.id }]);
    page.session?.detach(page);
    other.run();
    await settled();
    expect(other.story().at(-1)).toBe('done ok');
  });

  it('[C5] is not taken while the server starts or goes away', async () => {
    const harness = new SessionsHarness();
    expect(harness.connect().closed?.code).toBe(closeCodes.draining);
    await harness.open();
    const drained = harness.sessions.drain();
    expect(harness.connect().closed?.code).toBe(closeCodes.draining);
    await drained;
  });
});

describe('a session', () => {
  it('[S1] tells each change of its container', async () => {
    const { page } = await withContainer();
    const states = page.of('session').map(({ container }) => container);
    expect(new Set(states)).toEqual(new Set(['none', 'ready']));
    expect(page.of('session').at(-1)).toMatchObject({ container: 'ready', postgres: 17 });
  });

  it('[S1] tells new times at most once a second', async () => {
    const { harness, page } = await withContainer();
    await harness.clock.advance(1_000);
    const before = page.of('session').length;
    for (let n = 0; n < 20; n += 1) {
      await harness.clock.advance(100);
      page.session?.handle({ type: 'keepAwake' });
    }
    await harness.clock.advance(1_000);
    expect(page.of('session').length - before).toBeLessThanOrEqual(3);
    expect(page.of('session').at(-1)?.idleEndsAt).toBe(harness.clock.now() - 1_000 + 15 * minutes);
  });

  it('[S2] [S3] is told before it ends by idling, and can take a new container', async () => {
    const { harness, page } = await withContainer();
    await harness.clock.advance(14 * minutes);
    expect(page.of('ending')).toEqual([{ type: 'ending', reason: 'idle', inMs: minutes }]);
    await harness.clock.advance(minutes);
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'idle' }]);
    expect(page.of('session').at(-1)).toMatchObject({ container: 'none', idleEndsAt: null });
    expect(harness.sandbox.running).toHaveLength(1);
    const run = page.run();
    await settled();
    expect(page.story(run).at(-1)).toBe('done ok');
  });

  it.each([
    ['keepAwake', (page: FakePage) => page.session?.handle({ type: 'keepAwake' })],
    ['a run', (page: FakePage) => page.run()],
    [
      'terminal input',
      (page: FakePage) => page.session?.handle({ type: 'terminal.input', terminal: 'psql', data: 'x' }),
    ],
  ])('[S2] stays longer by %s, and is then told again', async (_, act) => {
    const { harness, page } = await withContainer();
    await harness.clock.advance(14.5 * minutes);
    act(page);
    await harness.clock.advance(10 * minutes);
    expect(page.of('ended')).toEqual([]);
    await harness.clock.advance(5 * minutes);
    expect(page.of('ending')).toHaveLength(2);
    expect(page.of('ended')).toHaveLength(1);
  });

  it('[S2] ends at its age whatever is done, but lets a run end first', async () => {
    const { harness, page } = await withContainer();
    for (let n = 0; n < 24; n += 1) {
      await harness.clock.advance(10 * minutes - 100);
      page.session?.handle({ type: 'keepAwake' });
    }
    expect(page.of('ending').at(-1)).toMatchObject({ reason: 'age' });
    harness.sql = ({ signal }) => untilAborted(signal);
    const run = page.run();
    await harness.clock.advance(10_000);
    expect(page.of('ended')).toEqual([]);
    page.session?.handle({ type: 'cancel', run });
    await settled();
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'age' }]);
  });

  it('[S4] ends at once by leave, with its run', async () => {
    const { harness, page } = await withContainer();
    harness.sql = ({ signal }) => untilAborted(signal);
    const run = page.run();
    await settled();
    page.session?.handle({ type: 'leave' });
    await settled();
    expect(page.story(run).at(-1)).toBe('done cancelled');
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'left' }]);
    page.close(1000, '');
    await settled();
    expect(harness.sessions.counts).toMatchObject({ sessions: 0, containers: harness.settings.supply.warm });
  });

  it('[S4] ends after its idle time where its page is gone, and leaves no timer', async () => {
    const { harness, page } = await withContainer();
    page.session?.detach(page);
    await harness.clock.advance(14 * minutes);
    expect(harness.sessions.counts.sessions).toBe(1);
    await harness.clock.advance(minutes);
    expect(harness.sessions.counts).toMatchObject({ sessions: 0, containers: harness.settings.supply.warm });
    await harness.sessions.drain();
    expect(harness.clock.pending).toBe(0);
  });
});
