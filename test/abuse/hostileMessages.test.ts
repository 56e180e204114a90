import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeCodes } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { library } from '../server/playground.ts';
import { type RealServer, startRealServer } from '../server/realServer.ts';
import { SocketPage } from '../support/SocketPage.ts';

let real: RealServer;
beforeAll(async () => {
  real = await startRealServer('abuse-messages');
});
afterAll(() => real[Symbol.asyncDispose]());

const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');

async function runOn(page: SocketPage, sql = 'select 1'): Promise<number> {
  const id = newId();
  const began = performance.now();
  page.send({ type: 'run', run: id, request: { files: hello, sql } });
  const { event } = await page.until('event', (one) => one.run === id && one.event.type === 'done');
  expect(event).toMatchObject({ outcome: 'ok' });
  return performance.now() - began;
}

it('[C3] messages that each start a process are answered as failures, end with tooMany, and take nothing of a session that comes back', async () => {
  await using page = await SocketPage.connect(real.server.url);
  await runOn(page);
  const { session } = await page.until('welcome');
  for (let n = 0; n < 350; n++) page.send({ type: 'settings.ask' });
  await page.until('settings', ({ problem }) => problem !== null);
  expect(await page.closed).toBe(closeCodes.tooMany);
  await using again = await SocketPage.connect(real.server.url, { type: 'hello', session });
  expect(again.of('welcome')).toMatchObject([{ resumed: true }]);
  // The budget that was used up fills again.
  await expect.poll(() => accepts(again), { timeout: 20_000 }).toBe(true);
});

/** Whether a run is taken, and comes to its end. */
async function accepts(page: SocketPage): Promise<boolean> {
  const id = newId();
  page.send({ type: 'run', run: id, request: { files: hello, sql: 'select 1' } });
  const refused = page.until('refused', ({ run: of }) => of === id).then(() => false);
  const done = page.until('event', (one) => one.run === id && one.event.type === 'done').then(() => true);
  return Promise.race([refused, done]);
}
