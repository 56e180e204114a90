import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { json, type StubEngine, stubEngine } from '../../test/support/fakes/stubEngine.ts';
import { noteOpenResources } from '../../test/support/openResources.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { dockerSandbox } from './dockerSandbox.ts';
import { dockerSandboxDefaults } from './dockerSandboxOptions.ts';

/** What a healthy Engine on a healthy machine seldom says. What it does otherwise is asked in `test/contract/`. */

const sandbox = { id: 'c1', postgres: 17, labels: {} };
let opened: () => Promise<string[]>;
let engine: StubEngine;
let port: SandboxPort;

beforeEach(async () => {
  opened = noteOpenResources();
  engine = await stubEngine();
  vi.stubEnv('DOCKER_HOST', engine.host);
  port = dockerSandbox({ ...dockerSandboxDefaults, cpus: 1, images: { 17: 'image' }, seccompProfile: '{}' });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await port.close();
  await engine[Symbol.asyncDispose]();
  expect(await opened()).toEqual([]);
});

const frame = (text: string) =>
  Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);
const execution = (status: { Running: boolean; ExitCode: number | null; Pid: number }) => {
  engine.on(/^POST \/containers\/c1\/exec/, json(201, { Id: 'e1' }));
  engine.on(/^GET \/exec\/e1\/json/, json(200, status));
};

it('says that the Engine does not answer', async () => {
  vi.stubEnv('DOCKER_HOST', 'unix:///nowhere/engine.sock');
  const nowhere = dockerSandbox({
    ...dockerSandboxDefaults,
    cpus: 1,
    images: { 17: 'x' },
    seccompProfile: '{}',
  });
  const failure = {
    ok: false,
    error: { kind: 'engine', message: expect.stringContaining('doesn’t respond') },
  };
  expect(await nowhere.create({ postgres: 17, labels: {} })).toMatchObject(failure);
  expect(await nowhere.capacity()).toMatchObject(failure);
  expect(await nowhere.list({})).toMatchObject(failure);
  await nowhere.close();
});

it('tells a missing image and a full machine apart', async () => {
  engine.on(/^DELETE/, json(404, { message: 'No such container' }));
  const create = () => port.create({ postgres: 17, labels: {} });
  engine.on(/^POST \/containers\/create/, json(404, { message: 'No such image: image' }));
  expect(await create()).toMatchObject({ error: { kind: 'image' } });
  engine.on(/^POST \/containers\/create/, json(500, { message: 'mkdir /var/lib: no space left on device' }));
  expect(await create()).toMatchObject({ error: { kind: 'capacity' } });
});

it('removes a container that could not be started, by the name it chose', async () => {
  const removed: string[] = [];
  let name: string | undefined;
  engine.on(/^POST \/containers\/create/, (response, request) => {
    // The name alone: what else describes the container is in the request's body.
    name = /^\/containers\/create\?name=([^&]+)$/.exec(request.url ?? '')?.[1];
    json(201, { Id: 'c1' })(response);
  });
  engine.on(/^POST \/containers\/c1\/start/, json(500, { message: 'cannot start' }));
  engine.on(/^DELETE/, (response, request) => {
    removed.push(request.url ?? '');
    json(removed.length < 3 ? 409 : 404, { message: 'removal is already in progress' })(response);
  });
  const created = await port.create({ postgres: 17, labels: {} });
  expect(created).toMatchObject({
    error: { kind: 'engine', message: expect.stringContaining('cannot start') },
  });
  expect(removed).toHaveLength(3);
  expect(removed[0]).toContain(`/containers/${name}?`);
});

it.each([
  [
    'processes',
    'OCI runtime exec failed: fork/exec /proc/self/exe: resource temporarily unavailable: unknown\r\n',
  ],
  ['processes', 'runtime/cgo: pthread_create failed: Resource temporarily unavailable\r\n'],
  ['gone', 'cannot exec in a stopped state: unknown\r\n'],
  ['engine', 'OCI runtime exec failed: something else\r\n'],
])('reads a failed start from the output: %s', async (kind, text) => {
  execution({ Running: false, ExitCode: 126, Pid: 0 });
  engine.onExec((connection) => connection.end(frame(text)));
  expect(await port.exec(sandbox, ['true'])).toMatchObject({ ok: false, error: { kind } });
});

it('blames the limit on processes for a start that failed without a reason in a full container', async () => {
  execution({ Running: false, ExitCode: 126, Pid: 0 });
  engine.onExec((connection) => connection.end(frame('OCI runtime exec failed: connection reset by peer')));
  for (const [current, kind] of [
    [255, 'processes'],
    [20, 'engine'],
  ] as const) {
    engine.on(/stats/, json(200, { memory_stats: {}, pids_stats: { current, limit: 256 } }));
    expect(await port.exec(sandbox, ['true'])).toMatchObject({ ok: false, error: { kind } });
  }
});

it('does not take a process for a failed start that only says so', async () => {
  execution({ Running: false, ExitCode: 126, Pid: 4711 });
  engine.onExec((connection) =>
    connection.end(frame('OCI runtime exec failed: resource temporarily unavailable')),
  );
  const exec = await port.exec(sandbox, ['true']);
  expect(exec.ok && (await exec.value.exit)).toEqual({ kind: 'exited', code: 126 });
});

it('says lost, not ended, where the connection breaks or the Engine forgets the process', async () => {
  execution({ Running: true, ExitCode: null, Pid: 4711 });
  engine.onExec((connection) => setTimeout(() => connection.destroy(), 100));
  const broken = await port.exec(sandbox, ['true']);
  engine.on(/^GET \/exec\/e1\/json/, json(404, { message: 'No such exec instance' }));
  expect(broken.ok && (await broken.value.exit).kind).toBe('lost');
});

it('ends a process of which the Engine does not tell whether it started', async () => {
  const asked: string[] = [];
  execution({ Running: true, ExitCode: null, Pid: 0 });
  engine.on(/^POST \/containers\/c1\/exec/, (response, request) => {
    request.on('data', (body) => asked.push(String(body)));
    json(201, { Id: 'e1' })(response);
  });
  engine.on(/^GET \/exec\/e1\/json/, json(500, { message: 'too busy' }));
  engine.onExec(() => {});
  expect(await port.exec(sandbox, ['true'])).toMatchObject({ ok: false, error: { kind: 'engine' } });
  await vi.waitFor(() => expect(asked.join()).toContain('job-kill'), 3000);
});

it('gives a job’s name to no other while a kill by that name is under way', async () => {
  const jobs: string[] = [];
  const connections: Duplex[] = [];
  execution({ Running: false, ExitCode: 0, Pid: 4711 });
  engine.on(/^POST \/containers\/c1\/exec/, (response, request) => {
    request.on('data', (body) => {
      const { Cmd: words } = JSON.parse(String(body));
      if (words[0] === '/opt/pgrx/bin/job') jobs.push(words[1]);
    });
    json(201, { Id: 'e1' })(response);
  });
  engine.onExec((connection) => connections.push(connection));
  const run = async () => {
    const exec = await port.exec(sandbox, ['true']);
    if (!exec.ok) throw new Error(exec.error.message);
    return exec.value;
  };
  const first = await run();
  const killed = first.kill('KILL');
  await vi.waitFor(() => expect(connections).toHaveLength(2));
  connections[0]?.end();
  await first.exit;
  const second = await run();
  expect(jobs[1]).not.toBe(jobs[0]);
  connections[1]?.end();
  await killed;
  await setImmediate();
  await run();
  expect(jobs[2]).toBe(jobs[0]);
  for (const connection of connections) connection.end();
  await second.exit;
});

it.each([
  ['tells how it ended', 0, { kind: 'exited', code: 0 }],
  [
    'says lost where that fails',
    4,
    { kind: 'lost', message: expect.stringContaining('couldn’t be stopped') },
  ],
])('ends what a process has left, and then %s', async (_what, code, end) => {
  const asked: string[][] = [];
  execution({ Running: false, ExitCode: code, Pid: 4711 });
  engine.on(/^POST \/containers\/c1\/exec/, (response, request) => {
    request.on('data', (body) => asked.push(JSON.parse(String(body)).Cmd));
    json(201, { Id: 'e1' })(response);
  });
  engine.onExec((connection) => connection.end());
  const exec = await port.exec(sandbox, ['true'], { leavesNothing: true });
  expect(exec.ok && (await exec.value.exit)).toEqual(end);
  const [first, second] = asked;
  expect(first).toEqual(['/opt/pgrx/bin/job', expect.anything(), 'true']);
  expect(second?.join(' ')).toContain('job-kill');
  expect(second?.at(-1)).toBe(first?.[1]);
  const other = await port.exec(sandbox, ['true']);
  expect(other.ok && (await other.value.exit).kind).toBe('exited');
  expect(asked).toHaveLength(3);
});

it('says lost when it is closed', async () => {
  execution({ Running: true, ExitCode: null, Pid: 4711 });
  engine.onExec(() => {});
  const exec = await port.exec(sandbox, ['true']);
  await port.close();
  expect(exec.ok && (await exec.value.exit).kind).toBe('lost');
});

it('takes what the Engine knows where no process can be started to ask the kernel', async () => {
  execution({ Running: false, ExitCode: 126, Pid: 0 });
  engine.onExec((connection) => connection.end(frame('resource temporarily unavailable')));
  engine.on(
    /^GET \/containers\/c1\/stats\?.*one-shot=true/,
    json(200, { memory_stats: { usage: 5, limit: 9 }, pids_stats: { current: 256, limit: 256 } }),
  );
  expect(await port.usage(sandbox)).toMatchObject({
    ok: true,
    value: { memoryBytes: 5, memoryLimitHits: null, processes: 256, processLimitHits: 1 },
  });
});

it('learns after a break of the events what has ended meanwhile', async () => {
  const streams: ServerResponse[] = [];
  engine.on(/^GET \/events/, (response) => {
    response.writeHead(200);
    response.flushHeaders();
    streams.push(response);
  });
  let looks = 0;
  engine.on(/^GET \/containers\/\w+\/json/, (response) => {
    looks++;
    json(200, { State: { Running: true } })(response);
  });
  const [gone, other] = [vi.fn(), vi.fn()];
  port.onGone(sandbox, gone);
  port.onGone({ ...sandbox, id: 'c2' }, other);
  await vi.waitFor(() => expect([streams.length, looks]).toEqual([1, 2]));
  streams[0]?.write('{"Type":"container","Action":"die","Actor":{"ID":"c3"}}\nnot JSON\n');
  engine.on(/^GET \/containers\/c1\/json/, json(404, { message: 'No such container: c1' }));
  streams[0]?.destroy();
  await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce(), 3000);
  expect(streams).toHaveLength(2);
  expect(other).not.toHaveBeenCalled();
  streams[1]?.write('{"Type":"container","Action":"die","Actor":{"ID":"c2"}}\n');
  await vi.waitFor(() => expect(other).toHaveBeenCalledOnce());
});
