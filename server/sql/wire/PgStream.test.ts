import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onContained } from '../../base/contain.ts';
import type { Exec } from '../../ports/sandboxPort.ts';
import { PgStream } from './PgStream.ts';
import { PgWireCheck } from './PgWireCheck.ts';

const heard = vi.fn();
let stop: () => void;
beforeEach(() => {
  heard.mockClear();
  stop = onContained(heard);
});
afterEach(() => {
  vi.restoreAllMocks();
  stop();
});

function open() {
  const stdout = new PassThrough();
  const kill = vi.fn(async () => {});
  const exec = {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    exit: new Promise(() => {}),
    resize: async () => {},
    kill,
  } satisfies Exec;
  const stream = new PgStream(exec, { messageBytes: 1_000, totalBytes: 10_000 });
  const failed = vi.fn();
  stream.on('error', failed);
  return { stream, stdout, kill, failed };
}

/** ReadyForQuery, idle. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

it('is cut where something goes wrong over what Postgres said', async () => {
  const { stream, stdout, kill, failed } = open();
  const taken = vi.fn(() => {
    throw new Error('a bug');
  });
  stream.on('data', taken);
  stdout.write(ready);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  stdout.write(ready);
  expect([stream.destroyed, taken.mock.calls.length, kill.mock.calls.length]).toEqual([true, 1, 1]);
  expect(heard).toHaveBeenCalledExactlyOnceWith('stream', new Error('a bug'));
});

it('is cut where a message can’t even be looked at', () => {
  const guard = new PgWireCheck({ messageBytes: 1_000, totalBytes: 10_000 });
  const done = vi.fn();
  vi.spyOn(Buffer, 'concat').mockImplementationOnce(() => {
    throw new RangeError('a bug');
  });
  guard._transform(ready, 'utf8', done);
  expect(done).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'malformed' }));
  expect(heard).toHaveBeenCalledExactlyOnceWith('stream', new RangeError('a bug'));
});
