import { text } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { FakeSandbox } from '../../../test/support/fakes/FakeSandbox.ts';
import type { FakeProgram } from '../../../test/support/fakes/fakeProcess.ts';
import { CarrierFrames, carrierFrame } from './CarrierFrames.ts';
import { ConnectionCarrier } from './ConnectionCarrier.ts';

const end = carrierFrame(new Uint8Array());

/** Says back what each connection says, and ends when it does. */
const echo: FakeProgram = async ({ stdin, stdout }) => {
  const frames = new CarrierFrames(
    (piece) => stdout.write(carrierFrame(piece)),
    () => stdout.write(end),
  );
  for await (const chunk of stdin) frames.take(chunk);
  return 0;
};

async function open(program: FakeProgram) {
  const port = new FakeSandbox().on('/opt/pgrx/bin/pg-dial', program);
  const created = await port.create({ postgres: 17, labels: {} });
  if (!created.ok) throw new Error(created.error.message);
  const series = new ConnectionCarrier(port, created.value);
  const next = async () => {
    const opened = await series.open();
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  return { port, series, next };
}

it('carries one connection after another through one process', async () => {
  const { port, next } = await open(echo);
  for (const word of ['one', 'two', 'three']) {
    const exec = await next();
    exec.stdin.end(word);
    expect(await text(exec.stdout)).toBe(word);
    expect(await exec.exit).toEqual({ kind: 'exited', code: 0 });
  }
  expect(port.executed).toHaveLength(1);
});

it('gives a connection a process of its own while another has not ended, also while that is being opened', async () => {
  const { port, series } = await open(echo);
  const opened = await Promise.all([series.open(), series.open(), series.open()]);
  expect(opened.every(({ ok }) => ok)).toBe(true);
  expect(port.executed.map(([, ...options]) => options)).toEqual([['--series'], [], []]);
  for (const exec of opened) if (exec.ok) exec.value.stdin.end();
});

it('has a new process for the next connection where one was cut', async () => {
  const { port, next } = await open(echo);
  const cut = await next();
  cut.stdin.write('never ends');
  await cut.kill('KILL');
  const exec = await next();
  exec.stdin.end('x');
  expect(await text(exec.stdout)).toBe('x');
  expect(port.executed).toHaveLength(2);
});

it('reads no more of a process whose connection was cut, and kills it once or twice, however much it says', async () => {
  const flood = Buffer.concat(Array.from({ length: 1000 }, () => carrierFrame(Buffer.from('old'))));
  let processes = 0;
  const { port, next } = await open(async (process) => {
    processes += 1;
    if (processes > 1) return echo(process);
    process.stdin.once('data', () => {
      process.stdout.write(flood);
      setTimeout(() => process.stdout.write(flood), 50);
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 0;
  });
  const kills = vi.fn();
  const exec = port.exec.bind(port);
  vi.spyOn(port, 'exec').mockImplementation(async (...wanted) => {
    const started = await exec(...wanted);
    // A kill that takes its time, as one does where the machine is busy.
    if (started.ok) Object.assign(started.value, { kill: async () => kills() });
    return started;
  });
  const cut = await next();
  const gone = new Promise<void>((resolve) => {
    cut.stdout.once('data', () => {
      cut.stdout.destroy();
      void cut.kill('KILL');
      resolve();
    });
  });
  cut.stdin.write('x');
  await gone;
  expect(await cut.exit).toMatchObject({ kind: 'lost' });
  const after = await next();
  after.stdin.write('new');
  await new Promise((resolve) => setTimeout(resolve, 100));
  after.stdin.end();
  expect(await text(after.stdout)).toBe('new');
  expect(kills).toHaveBeenCalled();
  expect(kills.mock.calls.length).toBeLessThanOrEqual(2);
});

it.each([
  ['bytes', Buffer.concat([end, carrierFrame(Buffer.from('more'))])],
  ['an end', Buffer.concat([end, end])],
])('ends a process that says %s after the end', async (_, said) => {
  const { next } = await open(async ({ stdin, stdout, ended }) => {
    stdin.once('data', () => stdout.write(said));
    await new Promise((resolve) => ended.addEventListener('abort', resolve));
    return 0;
  });
  const exec = await next();
  exec.stdin.write('x');
  expect(await text(exec.stdout)).toBe('');
});

it('tells a connection that its process has ended', async () => {
  const { next } = await open(() => 1);
  const exec = await next();
  expect(await text(exec.stdout)).toBe('');
  expect(await exec.exit).toMatchObject({ kind: 'lost' });
});

it('stops the process while nobody reads', async () => {
  let written = 0;
  const { next } = await open(async ({ stdout, ended }) => {
    const frame = carrierFrame(Buffer.alloc(64 * 1024));
    while (!ended.aborted && written < 64 * 1024 * 1024) {
      written += frame.length;
      if (!stdout.write(frame)) {
        await new Promise<void>((resolve) => {
          stdout.once('drain', resolve);
          ended.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    }
    return 0;
  });
  const exec = await next();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(written).toBeLessThan(1024 * 1024);
  await exec.kill('KILL');
});
