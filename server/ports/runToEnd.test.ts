import { expect, test } from 'vitest';
import { FakeSandbox } from '../../test/support/fakes/FakeSandbox.ts';
import { runToEnd } from './runToEnd.ts';

const bounds = { keepBytes: 10, timeoutMs: 100 };

async function fakeWith(program: Parameters<FakeSandbox['on']>[1]) {
  const port = new FakeSandbox().on('tool', program);
  const created = await port.create({ postgres: 17, labels: {} });
  if (!created.ok) throw new Error(created.error.message);
  return { port, sandbox: created.value };
}

test('gives the exit code and both streams, cut at the bound', async () => {
  const { port, sandbox } = await fakeWith(async ({ stdin, stdout, stderr }) => {
    for await (const chunk of stdin) stdout.write(chunk);
    stderr.write('bad');
    return 3;
  });
  const finished = await runToEnd(port, sandbox, ['tool'], { ...bounds, input: '0123456789abc' });
  expect(finished).toEqual({
    ok: true,
    value: { code: 3, stdout: '0123456789', stderr: 'bad', truncated: true },
  });
});

test('kills what takes too long', async () => {
  let ended = false;
  const { port, sandbox } = await fakeWith(
    ({ ended: signal }) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          ended = true;
          resolve(0);
        }),
      ),
  );
  expect(await runToEnd(port, sandbox, ['tool'], bounds)).toMatchObject({
    ok: false,
    error: { kind: 'time' },
  });
  expect(ended).toBe(true);
});

test('tells of a command that cannot start, and of one that is lost', async () => {
  const { port, sandbox } = await fakeWith(() => new Promise(() => {}));
  port.execFailures.push({ kind: 'processes', message: 'full' });
  expect(await runToEnd(port, sandbox, ['tool'], bounds)).toMatchObject({ error: { kind: 'processes' } });
  const running = runToEnd(port, sandbox, ['tool'], bounds);
  setImmediate(() => port.lose(sandbox));
  expect(await running).toMatchObject({ error: { kind: 'lost' } });
});
