import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineReader } from './LineReader.ts';

function read(bytes: Buffer, sizes: readonly number[], lineBytes: number): string[] {
  const lines: string[] = [];
  const reader = new LineReader(lineBytes);
  let at = 0;
  for (const size of sizes) {
    lines.push(...reader.take(bytes.subarray(at, at + size)));
    at += size;
  }
  lines.push(...reader.take(bytes.subarray(at)));
  const last = reader.end();
  return last === '' ? lines : [...lines, last];
}

it('gives the same lines however the bytes come', () => {
  const text = fc.array(fc.constantFrom('a', '\n', 'é', '😀', '\r')).map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 0, max: 5 })), (given, sizes) => {
      const lines = given.split('\n').map((line) => line.slice(0, 4));
      if (lines.at(-1) === '') lines.pop();
      expect(read(Buffer.from(given), sizes, 4)).toEqual(lines);
    }),
  );
});
