import { expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/support/fakes/FakeClock.ts';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import { fakeHost, heldOf } from '../../test/support/fakes/fakeHost.ts';
import type { FakeProcess } from '../../test/support/fakes/fakeProcess.ts';
import { atMostExecs } from '../containers/atMostExecs.ts';
import { MessageMap } from './MessageMap.ts';
import { packageFeature } from './packageFeature.ts';
import { serverLogFeature } from './serverLogFeature.ts';

/** A session's container in which nothing ends before it is killed. */
async function hostOf() {
  let open = 0;
  let most = 0;
  const sandbox = new FakeSandbox();
  const stays = async ({ ended }: FakeProcess) => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => ended.addEventListener('abort', resolve));
    open -= 1;
    return 0;
  };
  sandbox.on('tail', stays).on('cat', stays);
  const { host, sent: said } = fakeHost(sandbox, await heldOf(sandbox));
  return { host, sandbox, said, counts: () => ({ open, most, begun: sandbox.executed.length }) };
}

it('[G1] follows the log once, however often it is asked to and to leave', async () => {
  const { host, counts } = await hostOf();
  const feature = serverLogFeature(new FakeClock())(host);
  const messages = new MessageMap([feature.handles]);
  for (let n = 0; n < 80; n++) {
    messages.handle({ type: 'serverLog.follow' });
    messages.handle({ type: 'serverLog.leave' });
  }
  messages.handle({ type: 'serverLog.follow' });
  await settled();
  expect(counts()).toEqual({ open: 1, most: 1, begun: 1 });
  messages.handle({ type: 'serverLog.follow' });
  await settled();
  await settled();
  expect(counts()).toEqual({ open: 1, most: 1, begun: 2 });
  feature.close();
  await settled();
  expect(counts().open).toBe(0);
});

it('[H2] sends a package once at a time, the one that was asked for last', async () => {
  const { host, counts } = await hostOf();
  const feature = packageFeature(host);
  const messages = new MessageMap([feature.handles]);
  for (let n = 0; n < 80; n++) {
    messages.handle({ type: 'package.get', format: 'deb' });
    if (n % 10 === 0) await settled();
  }
  await settled();
  expect(counts()).toMatchObject({ open: 1, most: 1 });
  expect(counts().begun).toBeLessThan(20);
  feature.close();
});

it('starts so many processes of a session at once, and more when some have ended', async () => {
  const { host, counts } = await hostOf();
  const port = atMostExecs(host.port, 3);
  if (!host.held) throw new Error('no container');
  const { sandbox } = host.held;
  const started = await Promise.all(Array.from({ length: 5 }, () => port.exec(sandbox, ['cat'])));
  expect(started.map(({ ok }) => ok)).toEqual([true, true, true, false, false]);
  const [first] = started;
  if (first?.ok) await first.value.kill('KILL');
  await settled();
  expect((await port.exec(sandbox, ['cat'])).ok).toBe(true);
  expect(counts().open).toBe(3);
  await host.port.close();
});
