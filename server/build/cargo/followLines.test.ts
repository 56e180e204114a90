import { PassThrough, Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { followLines } from './followLines.ts';

const limits = { messageBytes: 1_000, lineBytes: 100, lines: 10, busyMs: 60_000 };

async function follow(chunks: string[], change: Partial<typeof limits> = {}) {
  const lines: string[] = [];
  const over = vi.fn();
  await followLines(
    Readable.from(chunks.map(Buffer.from)),
    { ...limits, ...change },
    (line) => lines.push(line),
    over,
  );
  return { lines, over: over.mock.calls.length };
}

test('all lines are handed on, the last without its end as well', async () => {
  expect(await follow(['a\nb', 'c\nd'])).toEqual({ lines: ['a', 'bc', 'd'], over: 0 });
});

test('beyond the lines, the bytes or the time that they may take, the rest is dropped and told of once', async () => {
  expect(await follow(['x\n'.repeat(30), 'y\n', 'z'])).toEqual({ lines: Array(10).fill('x'), over: 1 });
  const long = 'x'.repeat(99);
  const { lines, over } = await follow([`${long}\n`.repeat(5), `${long}\n`.repeat(8), 'y\n']);
  expect([new Set(lines), over]).toEqual([new Set([long]), 1]);
  expect((await follow(['x\n'.repeat(5), 'y\n'], { busyMs: 0 })).over).toBe(1);
});

test('others have their turn between lines that take long', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('another'));
  const slow = (line: string) => {
    order.push(line);
    const since = performance.now();
    while (performance.now() - since < 6);
  };
  await followLines(Readable.from([Buffer.from('1\n2\n3\n')]), limits, slow, () => {});
  expect(order.indexOf('another')).toBeLessThan(order.indexOf('3'));
});

test('what a line makes go wrong ends the reading, and nothing else', async () => {
  const stream = new PassThrough();
  stream.write('1\n2\n');
  const failing = followLines(
    stream,
    limits,
    () => JSON.parse('{'),
    () => {},
  );
  await expect(failing).rejects.toThrow(SyntaxError);
  expect(stream.destroyed).toBe(true);
});

test('a stream that breaks has ended', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  const reading = followLines(
    stream,
    limits,
    (line) => lines.push(line),
    () => {},
  );
  stream.write('1\n2');
  await vi.waitFor(() => expect(lines).toEqual(['1']));
  stream.destroy(new Error('broken'));
  await reading;
  expect(lines).toEqual(['1', '2']);
});
