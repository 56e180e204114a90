import { expect, it } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness } from '../../test/support/sessionsHarness.ts';

it('[R1] remembers no more ids than a page could ask for again', async () => {
  const harness = await new SessionsHarness().open();
  const page = harness.connect();
  const runs: string[] = [];
  for (let n = 0; n < 66; n += 1) {
    runs.push(page.run());
    await settled();
  }
  const [first = '', last = ''] = [runs[0], runs.at(-1)];
  for (const run of [first, last]) {
    page.run(run);
    await settled();
  }
  const ends = (run: string) => page.events(run).filter(({ type }) => type === 'done').length;
  expect([ends(first), ends(last)]).toEqual([2, 1]);
});
