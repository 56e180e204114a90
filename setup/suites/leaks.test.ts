import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { testOwner } from '../../test/support/testOwner.ts';
import { engineEndpoints } from '../engine/engineEndpoint.mjs';
import { containersOfRun, findLeaks, processesOfRun, runVariable } from './leaks.mjs';

const run = randomUUID();

interface Listed {
  Id: string;
  Names: string[];
  State: string;
  Labels: Record<string, string>;
}

const container = (Id: string, State: string, owner = `test-${run.slice(0, 8)}-sql`): Listed => ({
  Id,
  Names: [`/${Id}`],
  State,
  Labels: { 'pgrx-playground': owner },
});

async function engineWith(containers: () => Listed[]) {
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

it("waits for the run's containers that are ending, and counts nobody else's", async () => {
  let looks = 0;
  const { endpoint, asked } = await engineWith(() => {
    looks += 1;
    const others = [
      container('served', 'running', 'machine-3000'),
      container('other', 'running', 'test-0-sql'),
    ];
    return looks === 1 ? [...others, container('ending', 'removing')] : others;
  });
  expect(await findLeaks(endpoint, run)).toEqual([]);
  expect(looks).toBe(2);
  expect(asked[0]).toBe('/containers/json?all=1&filters={"label":["pgrx-playground"]}');
});

it('tells of one that stays', async () => {
  const { endpoint } = await engineWith(() => [container('stays', 'running')]);
  expect(await findLeaks(endpoint, run, 300)).toEqual(['container /stays (running)']);
});

it('knows the containers of tests by the name that tests give them', async () => {
  vi.stubEnv(runVariable, run);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { endpoint } = await engineWith(() => [container('named', 'running', testOwner('sql'))]);
  expect(await containersOfRun(endpoint, run)).toHaveLength(1);
});

it('does not take silence for an empty list', async () => {
  const [nowhere] = engineEndpoints({ DOCKER_HOST: 'unix:///nowhere/docker.sock' }, '/root');
  await expect(containersOfRun(nowhere, run)).rejects.toThrow('ENOENT');
});
