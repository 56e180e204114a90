import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../protocol/version.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { FakePage, SessionsHarness } from '../../test/support/sessionsHarness.ts';
import { EventFeed } from './EventFeed.ts';
import { EventLog } from './EventLog.ts';

const event = { type: 'phase', phase: 'building' } as const;
const seqs = (page: FakePage) => page.of('event').map(({ seq }) => seq);
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

function feedOf(count: number) {
  const log = new EventLog(1_000_000);
  const happen = () => log.append('a', 0, event, 1);
  for (let n = 0; n < count; n += 1) happen();
  const feed = new EventFeed(log);
  return { feed, happen: () => feed.happened(happen()) };
}

describe('[E2] what a page has missed', () => {
  it('is sent some at a time, what happens meanwhile after it, and nothing twice', async () => {
    const { feed, happen } = feedOf(300);
    const page = new FakePage('x');
    feed.attach(page, 100);
    happen();
    expect(seqs(page)).toEqual(upTo(200, 101));
    await settled();
    happen();
    expect(seqs(page)).toEqual(upTo(302, 101));
  });

  it('waits for a page that reads slowly, and is not sent to one that was replaced', async () => {
    const { feed } = feedOf(300);
    const slow = new FakePage('x');
    const { promise, resolve } = Promise.withResolvers<void>();
    slow.reading = promise;
    feed.attach(slow, 0);
    await settled();
    expect(seqs(slow)).toEqual(upTo(100));
    const other = new FakePage('x');
    feed.attach(other, 0);
    resolve();
    await settled();
    expect(seqs(slow)).toEqual(upTo(100));
    expect(seqs(other)).toEqual(upTo(300));
  });

  it('[C3] is sent again so often, and no more, to pages of one address', async () => {
    const harness = await new SessionsHarness().open();
    harness.sql = async ({ emit }) => {
      for (let n = 0; n < 200; n += 1) emit({ type: 'log', stream: 'stdout', text: 'x'.repeat(16_000) });
      return { kind: 'ok' };
    };
    const page = harness.connect({}, '192.0.2.9');
    page.run();
    await settled();
    const again = (address: string, after = 0) => {
      const other = harness.connect({ session: page.id, after }, address);
      return other.closed?.code ?? 'taken';
    };
    const answers = Array.from({ length: 100 }, () => again('192.0.2.9'));
    expect(answers[10]).toBe('taken');
    expect(answers.at(-1)).toBe(closeCodes.tooMany);
    expect(again('192.0.2.10')).toBe('taken');
    await harness.clock.advance(60_000);
    expect(again('192.0.2.9')).toBe('taken');
  });
});
