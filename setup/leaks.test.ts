import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { engineEndpoints } from './engineEndpoint.mjs';
import { findLeaks, playgroundContainers, processesOfRun, runVariable } from './leaks.mjs';

async function engineWith(containers: () => { Id: string; Names: string[]; State: string }[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    response.end(JSON.stringify(containers()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const [endpoint] = engineEndpoints({ DOCKER_HOST: `tcp://127.0.0.1:${port}` }, '/root');
  return { endpoint, asked };
}

it.runIf(process.platform === 'linux')('finds a process that moved to a session of its own', async () => {
  const run = randomUUID();
  const child = spawn('sleep', ['60'], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, [runVariable]: run },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  expect(processesOfRun(run)).toEqual([{ id: String(child.pid), text: `process ${child.pid}: sleep 60 ` }]);
  expect(processesOfRun(randomUUID())).toEqual([]);
});

it('tells of the containers that were not there before, after waiting for those that are ending', async () => {
  const old = { Id: 'a', Names: ['/old'], State: 'running' };
  let looks = 0;
  const { endpoint, asked } = await engineWith(() => {
    looks += 1;
    const ending = { Id: 'b', Names: ['/ending'], State: 'removing' };
    return looks === 2 ? [old, ending] : [old];
  });
  const before = await playgroundContainers(endpoint);
  expect(await findLeaks(endpoint, randomUUID(), before)).toEqual([]);
  expect(looks).toBe(3);
  expect(asked[0]).toBe('/containers/json?all=1&filters={"label":["pgrx-playground"]}');
});

it('tells of one that stays', async () => {
  const { endpoint } = await engineWith(() => [{ Id: 'b', Names: ['/stays'], State: 'running' }]);
  expect(await findLeaks(endpoint, randomUUID(), [], 300)).toEqual(['container /stays (running)']);
});

it('does not take silence for an empty list', async () => {
  const [nowhere] = engineEndpoints({ DOCKER_HOST: 'unix:///nowhere/docker.sock' }, '/root');
  await expect(playgroundContainers(nowhere)).rejects.toThrow('ENOENT');
});
