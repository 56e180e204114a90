import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { processOutput } from './processOutput.ts';

const frame = (stream: number, body: Buffer | string) => {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, Buffer.from(body)]);
};

it('takes the two streams apart and ends them with the connection', async () => {
  const source = new PassThrough();
  const output = processOutput(source, false);
  source.end(Buffer.concat([frame(1, 'out'), frame(2, 'err'), frame(1, 'more')]));
  expect(await Promise.all([text(output.stdout), text(output.stderr)])).toEqual(['outmore', 'err']);
  expect(await output.ended).toEqual({ inOrder: true });
});

it('tells an end within a frame, and a break, from an end in order', async () => {
  for (const end of [
    (source: PassThrough) => source.end(),
    (source: PassThrough) => source.destroy(new Error('reset')),
  ]) {
    const source = new PassThrough();
    const output = processOutput(source, false);
    source.write(frame(1, 'abc').subarray(0, 10));
    end(source);
    expect(await output.ended).toEqual({ inOrder: false });
    await text(output.stderr);
  }
});

it('gives a connection up that carries another kind of frame', async () => {
  const source = new PassThrough();
  const output = processOutput(source, false);
  source.write(frame(7, 'what is this'));
  expect(await output.ended).toEqual({ inOrder: false });
});

it('reads a terminal as it comes, as stdout alone', async () => {
  const source = new PassThrough();
  const output = processOutput(source, true);
  source.end(Buffer.from([1, 0, 0, 0, 255, 255, 255, 255, 65]));
  expect((await buffer(output.stdout)).length).toBe(9);
  expect(await text(output.stderr)).toBe('');
});

it('pauses the connection while either stream is full, and reads on when it has been read', async () => {
  const source = new PassThrough({ highWaterMark: 1 });
  const output = processOutput(source, false);
  source.write(frame(2, Buffer.alloc(100_000)));
  await turn();
  expect(source.isPaused()).toBe(true);
  output.stdout.resume();
  await turn();
  expect(source.isPaused()).toBe(true);
  output.stderr.resume();
  await turn();
  expect(source.isPaused()).toBe(false);
});

it('is not held up by a stream that nobody wants', async () => {
  const source = new PassThrough({ highWaterMark: 1 });
  const output = processOutput(source, false);
  source.write(frame(2, Buffer.alloc(100_000)));
  await turn();
  output.stderr.destroy();
  source.end(frame(1, 'goes on'));
  expect(await text(output.stdout)).toBe('goes on');
});

it('drains to the end without a reader, keeping a few MB and no more', async () => {
  for (const [megabytes, kept] of [
    [3, 3],
    [20, 5],
  ] as const) {
    const source = new PassThrough();
    const output = processOutput(source, true);
    output.drain();
    for (let i = 0; i < megabytes; i++) source.write(Buffer.alloc(1024 * 1024));
    source.end();
    expect(await output.ended).toEqual({ inOrder: true });
    const got = (await buffer(output.stdout)).length / 1024 / 1024;
    expect(got).toBeLessThanOrEqual(kept);
    expect(got).toBeGreaterThanOrEqual(3);
  }
});

it('throws away what comes after it is told to discard', async () => {
  const source = new PassThrough();
  const output = processOutput(source, false);
  source.write(frame(1, Buffer.alloc(100_000)));
  output.discard();
  output.discard();
  source.end(frame(1, Buffer.alloc(100_000)));
  expect(await output.ended).toEqual({ inOrder: true });
  expect((await buffer(output.stdout)).length).toBeLessThan(200_000);
});
