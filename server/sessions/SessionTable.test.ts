import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../protocol/version.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';

const second = 1_000;

async function harnessOf(mostSessions: number): Promise<SessionsHarness> {
  const harness = new SessionsHarness();
  harness.settings.mostSessions = mostSessions;
  return harness.open();
}

describe('sessions without number', () => {
  it('[S8] are refused where each has its page, with a reason', async () => {
    const harness = await harnessOf(2);
    const pages = [harness.connect(), harness.connect()];
    const third = harness.connect();
    expect(third.closed).toMatchObject({
      code: closeCodes.tooMany,
      reason: expect.stringContaining('pages'),
    });
    expect(harness.sessions.counts).toMatchObject({ sessions: 2, away: 0 });
    expect(harness.connect({ session: pages[0]?.id ?? '' }).of('welcome')).toMatchObject([{ resumed: true }]);
  });

  it('[S8] end where their page is gone for longest, one with a container last', async () => {
    const harness = await harnessOf(3);
    harness.sql = ({ signal }) => untilAborted(signal);
    const ids: string[] = [];
    for (const withRun of [true, false, false]) {
      const page = harness.connect();
      if (withRun) page.run();
      await settled();
      page.session?.detach(page);
      ids.push(page.id);
      await harness.clock.advance(second);
    }
    harness.connect();
    harness.connect();
    const resumed = (at: number) =>
      harness.connect({ session: ids[at] ?? '' }).of('welcome')[0]?.resumed ?? false;
    expect(harness.sessions.counts).toMatchObject({ sessions: 3, away: 1 });
    expect(resumed(0)).toBe(true);
    expect([resumed(1), resumed(2)]).toEqual([false, false]);
  });

  it('[S4] leave nothing though one address says hello and goes again and again', async () => {
    const harness = await harnessOf(200);
    for (let round = 0; round < 50; round += 1) {
      for (let n = 0; n < 10; n += 1) {
        const page = harness.connect();
        page.session?.detach(page);
      }
      await harness.clock.advance(second);
    }
    expect(harness.sessions.counts.sessions).toBeLessThanOrEqual(50);
    await harness.clock.advance(5 * second);
    expect(harness.sessions.counts.sessions).toBe(0);
  });

  it('[S1] hear of the queue a little later, some at a time, and no more than once a second', async () => {
    const harness = new SessionsHarness();
    harness.settings.supply = { ...harness.settings.supply, containers: 1, warm: 0 };
    harness.settings.mostSessions = 500;
    await harness.open();
    const pages = Array.from({ length: 450 }, (_, at) => harness.connect({}, `192.0.2.${at % 20}`));
    for (const page of pages.slice(0, 30)) page.run();
    await settled();
    const watching = pages.slice(30);
    const told = () => watching.reduce((count, page) => count + page.of('session').length - 1, 0);
    expect(told()).toBe(0);
    await harness.clock.advance(second);
    expect(told()).toBe(170);
    await harness.clock.advance(second);
    expect(told()).toBe(420);
    expect(watching.at(-1)?.of('session').at(-1)).toMatchObject({ queue: 29 });
    const drained = harness.sessions.drain();
    await harness.clock.advance(harness.settings.drainMs + harness.settings.graceMs);
    await drained;
    expect(harness.clock.pending).toBe(0);
  });
});
