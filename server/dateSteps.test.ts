import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '../protocol/events/events.ts';
import { settled } from '../test/support/fakes/FakeClock.ts';
import { serverSettings } from '../test/support/serverSettings.ts';
import { SessionsHarness, untilAborted } from '../test/support/sessionsHarness.ts';
import { systemClock } from './base/clock.ts';
import { RunStream } from './runs/RunStream.ts';
import { ExpiryTimer } from './sessions/ExpiryTimer.ts';
import { memoryRateLimits } from './sessions/memoryRateLimits.ts';
import { TokenBucket } from './ws/TokenBucket.ts';
import { watchSilence } from './ws/watchSilence.ts';

const second = 1_000;
const hour = 3_600 * second;
const step = (ms: number) => vi.setSystemTime(Date.now() + ms);
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each([
  ['back', -hour],
  ['forward', hour],
])('when the machine’s date is set %s by an hour', (_, by) => {
  it('[E6] a run’s times go on', () => {
    const told: { type: RunEvent['type']; at: number }[] = [];
    const stream = new RunStream({
      clock: systemClock,
      bytes: 1_000,
      sink: ({ type }, at) => told.push({ type, at }),
      onFull: () => {},
    });
    pass(5 * second);
    stream.emit({ type: 'phase', phase: 'building' });
    step(by);
    pass(second);
    stream.emit({ type: 'build', ok: true, ms: 1 });
    step(-2 * by);
    expect(stream.done('ok')).toBe(6 * second);
    expect(told.map(({ at }) => at / second)).toEqual([5, 6, 6]);
  });

  it('[S1] [S2] a session ends when it was said to, and a run in it is stopped in time', async () => {
    const harness = new SessionsHarness();
    harness.time = systemClock;
    await harness.open();
    const page = harness.connect();
    harness.build = ({ signal }) => untilAborted(signal);
    const run = page.run();
    await settled();
    step(by);
    pass(harness.settings.runMs);
    await settled();
    expect(page.story(run).at(-1)).toBe('done limited');
    const { idleEndsAt, now } = page.of('session').at(-1) ?? {};
    expect((idleEndsAt ?? 0) - (now ?? 0)).toBeGreaterThan(harness.settings.expiry.idleMs - 2 * second);
    step(by);
    pass(harness.settings.expiry.idleMs - 1);
    await settled();
    expect(page.of('ended')).toEqual([]);
    pass(1);
    await settled();
    expect(page.of('ended')).toMatchObject([{ reason: 'idle' }]);
    await harness.sessions.drain();
  });

  it('an end comes neither later nor earlier', () => {
    const calls: string[] = [];
    const timer = new ExpiryTimer({
      clock: systemClock,
      settings: { idleMs: 10 * second, ageMs: hour, noticeMs: 2 * second },
      onNotice: (reason) => calls.push(`notice ${reason}`),
      onEnd: (reason) => calls.push(`end ${reason}`),
    });
    timer.set({ activeAt: systemClock.now(), containerSince: null });
    step(by);
    pass(8 * second);
    expect(calls).toEqual(['notice idle']);
    step(by);
    pass(2 * second - 1);
    expect(calls).toEqual(['notice idle']);
    pass(1);
    expect(calls).toEqual(['notice idle', 'end idle']);
  });

  it('a rate frees nobody earlier and keeps nobody longer', async () => {
    const rates = memoryRateLimits({ ...serverSettings().rates, sessionRuns: 1 });
    await rates.run('a', 'x');
    step(by);
    pass(20 * second);
    expect(await rates.run('a', 'x')).toBe(40 * second);
    step(by);
    pass(40 * second);
    expect(await rates.run('a', 'x')).toBeNull();
  });

  it('a socket may say as much as before', () => {
    const bucket = new TokenBucket(2, 1, systemClock.now);
    bucket.take(2);
    step(by);
    expect(bucket.take()).toBe(false);
    pass(second);
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
  });

  it('[C1] a page is asked and given up by its own silence', () => {
    const calls: string[] = [];
    const silence = watchSilence(systemClock, 15 * second, {
      isGreeted: () => true,
      ask: () => calls.push('ask'),
      giveUp: () => calls.push('giveUp'),
    });
    pass(10 * second);
    silence.heard();
    step(by);
    pass(5 * second);
    expect(calls).toEqual([]);
    pass(15 * second);
    expect(calls).toEqual(['ask']);
    step(by);
    pass(15 * second);
    expect(calls).toEqual(['ask', 'giveUp']);
  });
});
