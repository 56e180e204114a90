import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';
import { guard, letRun, onContained } from './contain.ts';
import { eachChunk } from './eachChunk.ts';
import { errorFields } from './errorFields.ts';
import { onData } from './onData.ts';

const heard = vi.fn();
let stop: () => void;
const bug = new Error('a bug');
const fail = () => {
  throw bug;
};

beforeEach(() => {
  heard.mockClear();
  stop = onContained(heard);
});
afterEach(() => stop());

it('contains what is thrown, tells of it, and lets who waits for it be mended', async () => {
  const failed = vi.fn();
  guard('frame', fail, failed);
  letRun('feature', Promise.reject(bug), failed);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(2));
  expect(heard.mock.calls).toEqual([
    ['frame', bug],
    ['feature', bug],
  ]);
});

it('contains what a timer throws', async () => {
  systemClock.after(0, fail);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith('timer', bug));
});

it('hears no more of a stream after what its reader throws, and throws away what still comes', async () => {
  const stream = new PassThrough({ highWaterMark: 4 });
  const taken: string[] = [];
  const failed = vi.fn();
  const take = (chunk: Buffer) => {
    taken.push(String(chunk));
    if (taken.length === 2) throw bug;
  };
  onData(stream, take, failed);
  for (const text of ['1', '2', '3', 'x'.repeat(100)]) stream.write(text);
  stream.end();
  await new Promise((resolve) => stream.once('close', resolve));
  expect([taken, failed.mock.calls.length, heard.mock.calls]).toEqual([['1', '2'], 1, [['stream', bug]]]);
});

it('reads a stream chunk by chunk until it is told to stop, it ends, or its reader throws', async () => {
  const stream = (...texts: string[]) => {
    const one = new PassThrough();
    for (const text of texts) one.write(text);
    return one;
  };
  const stopped = stream('1', '2');
  const take = vi.fn(() => 'stop');
  await eachChunk(stopped, take);
  expect([take.mock.calls.length, stopped.destroyed]).toEqual([1, true]);
  const broken = stream();
  setImmediate(() => broken.destroy(new Error('it broke')));
  await eachChunk(broken, () => {});
  const failing = stream('1');
  await expect(eachChunk(failing, fail)).rejects.toBe(bug);
  expect([failing.destroyed, heard.mock.calls.length]).toEqual([true, 0]);
});

it('tells where an error came up, and nothing of what a person wrote', () => {
  const error = new SyntaxError("Unexpected token 'secret'\n    at the secret's second line");
  expect(JSON.stringify(errorFields(error))).toContain('contain.test.ts');
  expect(JSON.stringify(errorFields(error))).not.toContain('secret');
  const fields = errorFields(Object.assign(new TypeError('secret'), { code: 'ERR_X' }));
  expect(fields).toMatchObject({ error: 'TypeError', code: 'ERR_X' });
  expect(JSON.stringify(fields)).not.toContain('secret');
});
