import { describe, expect, it } from 'vitest';
import { LspReader, lspFrame } from './LspReader.ts';

const bytes = (text: string) => Buffer.from(text);

describe('messages of a language server', () => {
  it('come out of pieces of any size', () => {
    const stream = bytes(lspFrame({ a: 'ü' }) + lspFrame({ b: 2 }));
    for (const size of [1, 3, 7, stream.length]) {
      const reader = new LspReader(1000);
      const bodies = [];
      for (let at = 0; at < stream.length; at += size)
        bodies.push(reader.push(stream.subarray(at, at + size)));
      expect(bodies.flat()).toEqual(['{"a":"ü"}', '{"b":2}']);
    }
  });

  it('[A3] are told but not kept where they are too long', () => {
    const reader = new LspReader(20);
    const stream = bytes(`Content-Length: 50\r\n\r\n${'x'.repeat(50)}${lspFrame({ next: 1 })}`);
    expect([reader.push(stream.subarray(0, 40)), reader.push(stream.subarray(40))]).toEqual([
      [],
      [null, '{"next":1}'],
    ]);
  });

  it.each([
    'nothing like it\r\n\r\n',
    'Content-Length: -1\r\n\r\n',
    'Content-Length: 99999999999\r\n\r\n',
    'x'.repeat(600),
  ])('are not taken from %j', (text) => {
    expect(new LspReader(1000).push(bytes(text))).toBe('bad');
  });
});
