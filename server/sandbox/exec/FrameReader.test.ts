import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameReader } from './FrameReader.ts';

const frame = (stream: number, body: Uint8Array) => {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
};

it('gives each stream its bytes, however the connection cuts the frames', () => {
  const frames = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.uint8Array({ maxLength: 40 })));
  fc.assert(
    fc.property(frames, fc.integer({ min: 1, max: 50 }), (sent, cut) => {
      const got: Record<number, Buffer[]> = { 1: [], 2: [] };
      const reader = new FrameReader((stream, piece) => got[stream]?.push(Buffer.from(piece)));
      const wire = Buffer.concat(sent.map(([stream, body]) => frame(stream, body)));
      for (let at = 0; at < wire.length; at += cut) reader.take(wire.subarray(at, at + cut));
      for (const stream of [1, 2]) {
        const bodies = sent.filter(([number]) => number === stream).map(([, body]) => body);
        expect(Buffer.concat(got[stream] ?? [])).toEqual(Buffer.concat(bodies));
      }
      expect(reader.betweenFrames).toBe(true);
    }),
  );
});

it('knows that a frame is not whole', () => {
  const reader = new FrameReader(() => {});
  reader.take(frame(1, Buffer.from('abc')).subarray(0, 9));
  expect(reader.betweenFrames).toBe(false);
  reader.take(Buffer.from('bc'));
  expect(reader.betweenFrames).toBe(true);
});

it('holds nothing of a frame that claims four gigabytes', () => {
  const sizes: number[] = [];
  const reader = new FrameReader((_stream, piece) => sizes.push(piece.length));
  reader.take(Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3]));
  reader.take(Buffer.alloc(1000));
  expect(sizes).toEqual([3, 1000]);
});
