import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { fail, ok } from '../../../protocol/result.ts';
import { serverSettings } from '../../../test/support/serverSettings.ts';
import type { ReadSource } from '../../ports/sourceReader.ts';
import { memoryRateLimits } from '../../sessions/memoryRateLimits.ts';
import { sourceRoute } from './sourceRoute.ts';

let close = () => {};
afterEach(() => close());

async function ask(readSource: ReadSource, files = 600) {
  const rates = memoryRateLimits({ ...serverSettings().rates, addressSourceFiles: files });
  const route = sourceRoute({ rates, addressOf: () => 'a', readSource });
  const server = createServer((request, response) => void route.GET?.(request, response, {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return (src: string) => fetch(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`);
}

it('[EM7] gives a file as the library or the script', async () => {
  const get = await ask(async (file) => ok({ address: `https://a.example/${file}`, text: 'é' }));
  expect(await (await get('docs/one.rs')).json()).toEqual({
    address: 'https://a.example/docs/one.rs',
    title: 'one.rs',
    files: { 'src/lib.rs': 'é' },
    sql: '',
  });
  expect(await (await get('docs/one.sql')).json()).toMatchObject({ files: {}, sql: 'é' });
});

it('[EM7] says why there is none, and bounds how many are asked for', async () => {
  for (const [kind, status] of [
    ['unlisted', 404],
    ['refused', 422],
    ['unreachable', 502],
  ] as const) {
    const get = await ask(async () => fail({ kind, message: 'So it is.' }));
    const response = await get('docs/one.rs');
    expect(await response.json()).toMatchObject({ status, detail: 'So it is.' });
    close();
  }
  const get = await ask(async () => ok({ address: 'x', text: '' }), 1);
  expect((await get('a/b.rs')).status).toBe(200);
  expect((await get('a/b.rs')).status).toBe(429);
});

it('[EM7] fetches few at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const get = await ask(async () => {
    await promise;
    return ok({ address: 'x', text: '' });
  });
  const all = Array.from({ length: 9 }, () => get('a/b.rs'));
  expect((await Promise.race(all)).status).toBe(503);
  resolve();
  expect((await Promise.all(all)).filter(({ status }) => status === 200)).toHaveLength(8);
});
