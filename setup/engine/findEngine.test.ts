import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { engineEndpoints } from './engineEndpoint.mjs';
import { findEngine } from './findEngine.mjs';

let server: Server | null = null;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

async function engineThatSays(status: number, body: string) {
  const listening = createServer((_, response) => response.writeHead(status).end(body));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return engineEndpoints({ DOCKER_HOST: `tcp://127.0.0.1:${port}` }, '/root');
}

it('takes an Engine that answers', async () => {
  const endpoints = await engineThatSays(200, '{"Version":"20.10.24","ApiVersion":"1.41"}');
  expect(await findEngine(endpoints)).toEqual({ endpoint: endpoints[0], version: '20.10.24' });
});

it.each([
  ['is too old', 200, '{"Version":"1.11","ApiVersion":"1.9"}', /too old/],
  ['is no Engine', 200, '<html>', /not from a Docker Engine/],
  ['is out of order', 500, '{}', /500/],
])('does not take one that %s', async (_, status, body, reason) => {
  const { problems } = await findEngine(await engineThatSays(status, body));
  expect(problems).toEqual([expect.objectContaining({ error: expect.stringMatching(reason) })]);
});

it('tells why a socket does not answer', async () => {
  const { problems } = await findEngine(
    engineEndpoints({ DOCKER_HOST: 'unix:///nowhere/docker.sock' }, '/root'),
  );
  expect(problems).toEqual([{ dockerHost: 'unix:///nowhere/docker.sock', error: 'ENOENT' }]);
});
