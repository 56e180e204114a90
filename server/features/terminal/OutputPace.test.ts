import { expect, it } from 'vitest';
import { FakeClock } from '../../../test/support/fakes/FakeClock.ts';
import { OutputPace } from './OutputPace.ts';

/** How many pieces of this length are sent in ten seconds. */
async function sentInTenSeconds(length: number): Promise<number> {
  const clock = new FakeClock();
  const pace = new OutputPace(clock);
  let count = 0;
  let isOver = false;
  const all = (async () => {
    for (; !isOver; count++) await pace.sent(length);
  })();
  await clock.advance(10_000);
  const sent = count;
  isOver = true;
  await clock.advance(1_000);
  await all;
  return sent;
}

it('[T4] lets half a megabyte pass at once, and a megabyte in each second', async () => {
  const pieces = await sentInTenSeconds(32 * 1024);
  expect((pieces * 32) / 1024).toBeGreaterThan(10);
  expect((pieces * 32) / 1024).toBeLessThan(11);
});

it('[T4] lets 250 messages pass in a second, however short', async () => {
  const messages = await sentInTenSeconds(1);
  expect(messages).toBeGreaterThan(2_500);
  expect(messages).toBeLessThan(2_700);
});
