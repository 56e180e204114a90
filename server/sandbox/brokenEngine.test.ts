import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { json, type StubEngine, stubEngine } from '../../test/support/fakes/stubEngine.ts';
import { noteOpenResources } from '../../test/support/openResources.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { dockerSandbox } from './dockerSandbox.ts';
import { dockerSandboxDefaults } from './dockerSandboxOptions.ts';

/** An Engine that resets, answers what it should not, or does not answer, at each call: nothing is thrown or left open. */

const sandbox = { id: 'c1', postgres: 17, labels: {} };
let opened: () => Promise<string[]>;
let engine: StubEngine;
let port: SandboxPort;
const uncaught = vi.fn();

beforeEach(async () => {
  opened = noteOpenResources();
  engine = await stubEngine();
  vi.stubEnv('DOCKER_HOST', engine.host);
  port = dockerSandbox({
    ...dockerSandboxDefaults,
    cpus: 1,
    images: { 17: 'image' },
    seccompProfile: '{}',
    callMs: 300,
  });
  process.on('uncaughtException', uncaught);
  process.on('unhandledRejection', uncaught);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await port.close();
  await engine[Symbol.asyncDispose]();
  expect(await opened()).toEqual([]);
  process.off('uncaughtException', uncaught);
  process.off('unhandledRejection', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
});

const answers: Record<string, (response: ServerResponse) => void> = {
  'resets the connection': (response) => response.destroy(),
  'resets it within the head': (response) => {
    response.socket?.write('HTTP/1.1 200 OK\r\nContent-Le');
    response.destroy();
  },
  'resets it within the body': (response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('{"Id":');
    setTimeout(() => response.destroy(), 10);
  },
  'says nothing': () => {},
  'stops within the body': (response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('{"Id":');
  },
  'is no HTTP': (response) => void response.socket?.end('\0\x01garbage\r\n\r\n'),
  'answers no JSON': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('<html>');
  },
  'answers null': json(200, null),
  'answers a text': json(200, 'x'),
  'answers nothing': (response) => {
    response.writeHead(204);
    response.end();
  },
  'answers with an error that is none': json(500, []),
  'is nested': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('['.repeat(100_000));
  },
};

it.each(Object.keys(answers))('an Engine that %s, whatever it is asked', async (how) => {
  engine.on(/./, answers[how] ?? (() => {}));
  const gone = vi.fn();
  port.onGone(sandbox, gone);
  const [created, listed, exec, destroyed, memory, usage, capacity] = await Promise.all([
    port.create({ postgres: 17, labels: {} }),
    port.list({}),
    port.exec(sandbox, ['true']),
    port.destroy(sandbox),
    port.addMemory(sandbox, 1),
    port.usage(sandbox),
    port.capacity(),
  ]);
  expect([created.ok, capacity.ok]).toEqual([false, false]);
  if (exec.ok) expect((await exec.value.exit).kind).toBe('lost');
  for (const result of [created, listed, exec, destroyed, memory, usage, capacity])
    if (!result.ok) expect(result.error.message).not.toBe('');
});

it.each(['resets the connection', 'resets it within the body', 'says nothing', 'is no HTTP', 'answers null'])(
  'an Engine that creates an exec, and then %s',
  async (how) => {
    engine.on(/./, answers[how] ?? (() => {}));
    engine.on(/^POST \/containers\/c1\/exec/, json(201, { Id: 'e1' }));
    engine.onExec((connection) => connection.destroy());
    const exec = await port.exec(sandbox, ['true']);
    if (exec.ok) expect((await exec.value.exit).kind).toBe('lost');
  },
);

const starts: Record<string, (socket: Duplex) => void> = {
  'says nothing': () => {},
  'answers without the connection': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'),
  'answers so without end': (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\nhello'),
  'refuses it': (socket) => void socket.end('HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}'),
  'resets the connection': (socket) => void socket.destroy(),
  'is no HTTP': (socket) => void socket.end('garbage\r\n\r\n'),
};

it.each(Object.keys(starts))('an Engine that is to start an exec, and %s', async (how) => {
  engine.on(/^POST \/containers\/c1\/exec/, json(201, { Id: 'e1' }));
  engine.onUpgrade(starts[how] ?? (() => {}));
  expect(await port.exec(sandbox, ['true'])).toMatchObject({ ok: false, error: { kind: 'engine' } });
});

it('lets a container have no more than 64 execs at once', async () => {
  engine.on(/^POST \/containers\/c1\/exec/, json(201, { Id: 'e1' }));
  engine.on(/^GET \/exec\/e1\/json/, json(200, { Running: true, ExitCode: null, Pid: 4711 }));
  engine.onExec(() => {});
  const started = await Promise.all(Array.from({ length: 64 }, () => port.exec(sandbox, ['sleep'])));
  expect(started.every(({ ok }) => ok)).toBe(true);
  const more = { ok: false, error: { kind: 'processes' } };
  expect(await port.exec(sandbox, ['sleep'])).toMatchObject(more);
  // What ends them still can be started.
  const [first] = started;
  let kills = 0;
  engine.onExec((connection) => {
    kills++;
    connection.end();
  });
  if (first?.ok) void first.value.kill('KILL');
  await vi.waitFor(() => expect(kills).toBeGreaterThan(0));
});
