import { describe, expect, it } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness } from '../../test/support/sessionsHarness.ts';
import { EventBudget } from './EventBudget.ts';
import { EventLog } from './EventLog.ts';

const event = { type: 'phase', phase: 'building' } as const;

describe('EventBudget', () => {
  it('[E5] has those let go first that have said nothing for longest', () => {
    const budget = new EventBudget(250 + 3 * 150);
    const [one, two] = [new EventLog(1_000, budget), new EventLog(1_000, budget)];
    one.append('a', 0, event, 100);
    two.append('b', 0, event, 100);
    one.append('a', 1, event, 50);
    expect([one.ofRun('a').length, two.ofRun('b').length, budget.total]).toEqual([2, 1, 700]);
    one.append('a', 2, event, 50);
    expect([one.ofRun('a').length, two.ofRun('b').length, budget.total]).toEqual([3, 0, 650]);
    expect(two.after(0)).toMatchObject({ kept: 0, lost: 1 });
    two.append('b', 1, event, 10);
    expect(two.after(0)).toMatchObject({ kept: 1, lost: 1 });
    expect(two.next(0, 9)).toMatchObject([{ seq: 2 }]);
  });

  it('never takes from one what it has just said', () => {
    const budget = new EventBudget(100);
    const log = new EventLog(1_000, budget);
    log.append('a', 0, event, 500);
    expect([log.ofRun('a').length, budget.total]).toEqual([1, 650]);
    log.close();
    expect(budget.total).toBe(0);
    log.append('a', 1, event, 5);
    expect(budget.total).toBe(0);
  });

  it('[E5] bounds what sessions keep together, and has back what an ended one kept', async () => {
    const harness = new SessionsHarness();
    harness.settings.eventBytes = 100_000;
    await harness.open();
    harness.sql = async ({ emit }) => {
      for (let n = 0; n < 10; n += 1) emit({ type: 'log', stream: 'stdout', text: 'x'.repeat(4_000) });
      return { kind: 'ok' };
    };
    const pages = Array.from({ length: 5 }, () => harness.connect());
    for (const page of pages) {
      page.run();
      await settled();
      expect(page.story().at(-1)).toBe('done ok');
      expect(harness.sessions.counts.eventBytes).toBeLessThan(100_000);
    }
    const lost = pages.map((page) => harness.connect({ session: page.id }).of('welcome')[0]?.lost ?? 0);
    expect(lost.map((count) => count > 0)).toEqual([true, true, true, false, false]);
    for (const page of pages) {
      const again = harness.connect({ session: page.id });
      again.session?.handle({ type: 'leave' });
      again.close(1000, '');
    }
    await settled();
    expect(harness.sessions.counts).toMatchObject({ sessions: 0, eventBytes: 0 });
  });
});
