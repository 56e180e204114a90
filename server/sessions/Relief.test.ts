import { describe, expect, it } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { type FakePage, SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';

const second = 1_000;
const minute = 60 * second;

/** A server with so many containers, all of which one address has. */
async function heldByOne(containers: number): Promise<{ harness: SessionsHarness; pages: FakePage[] }> {
  const harness = new SessionsHarness();
  harness.settings.supply = { ...harness.settings.supply, containers, warm: 0 };
  await harness.open();
  const pages = Array.from({ length: containers }, () => harness.connect({}, '192.0.2.66'));
  for (const page of pages) {
    page.run();
    await settled();
  }
  return { harness, pages };
}

describe('[S7] while somebody waits for a container', () => {
  it('one address that keeps all of them awake gives one back, after a notice', async () => {
    const { harness, pages } = await heldByOne(3);
    for (const page of pages.toReversed()) {
      await harness.clock.advance(minute);
      page.session?.handle({ type: 'keepAwake' });
    }
    const newcomer = harness.connect({}, '192.0.2.1');
    const run = newcomer.run();
    await harness.clock.advance(second);
    const last = pages.at(-1);
    expect(last?.of('ending')).toEqual([
      { type: 'ending', reason: 'idle', cause: 'needed', inMs: 15 * second },
    ]);
    last?.session?.handle({ type: 'keepAwake' });
    await harness.clock.advance(16 * second);
    expect(last?.of('ended')).toEqual([{ type: 'ended', reason: 'idle', cause: 'needed' }]);
    expect(newcomer.story(run).at(-1)).toBe('done ok');
    expect(pages.filter((page) => page.of('ended').length > 0)).toEqual([last]);
  });

  it('a run under way ends first, and the next one waits its turn', async () => {
    const { harness, pages } = await heldByOne(2);
    const { promise: go, resolve } = Promise.withResolvers<void>();
    harness.sql = () => go.then(() => ({ kind: 'ok' }));
    const runs = pages.map((page) => page.run());
    await settled();
    const newcomer = harness.connect({}, '192.0.2.1');
    const run = newcomer.run();
    await harness.clock.advance(60 * second);
    expect(pages.flatMap((page) => page.of('ended'))).toEqual([]);
    resolve();
    await settled();
    expect(pages.map((page, at) => page.story(runs[at]).at(-1))).toEqual(['done ok', 'done ok']);
    expect(pages.map((page) => page.of('ended').length).toSorted()).toEqual([0, 1]);
    expect(newcomer.story(run).at(-1)).toBe('done ok');
  });

  it('the container of a page that is gone is another’s after five seconds', async () => {
    const { harness, pages } = await heldByOne(1);
    const [holder] = pages;
    holder?.session?.detach(holder);
    const newcomer = harness.connect({}, '192.0.2.1');
    const run = newcomer.run();
    await harness.clock.advance(4 * second);
    expect(newcomer.story(run)).toEqual(['queued 1']);
    await harness.clock.advance(2 * second);
    expect(newcomer.story(run).at(-1)).toBe('done ok');
    const again = harness.connect({ session: holder?.id ?? '' }, '192.0.2.66');
    expect(again.of('ended')).toEqual([{ type: 'ended', reason: 'idle', cause: 'away' }]);
  });

  it('nobody loses their only container', async () => {
    const { harness, pages } = await heldByOne(1);
    const newcomer = harness.connect({}, '192.0.2.1');
    const run = newcomer.run();
    await harness.clock.advance(5 * minute);
    expect(pages[0]?.of('ended')).toEqual([]);
    expect(newcomer.story(run)).toEqual(['queued 1']);
  });

  it('nothing is taken back once nobody waits, and no timer is left', async () => {
    const { harness, pages } = await heldByOne(2);
    const newcomer = harness.connect({}, '192.0.2.1');
    const run = newcomer.run();
    await settled();
    newcomer.session?.handle({ type: 'cancel', run });
    await harness.clock.advance(minute);
    expect(pages.flatMap((page) => page.of('ending'))).toEqual([]);
    await harness.sessions.drain();
    expect(harness.clock.pending).toBe(0);
  });

  it('runs without end keep no container from others: each has its limit, and goes then', async () => {
    const { harness, pages } = await heldByOne(4);
    harness.sql = ({ signal }) => untilAborted(signal);
    for (const page of pages) page.run();
    await settled();
    const newcomer = harness.connect({}, '192.0.2.1');
    newcomer.run();
    await harness.clock.advance(harness.settings.runMs + 10 * second);
    expect(newcomer.of('session').at(-1)).toMatchObject({ container: 'ready' });
  });
});
