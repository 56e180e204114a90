import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CarrierFrames, carrierFrame } from './CarrierFrames.ts';

it('takes apart what was put in frames, wherever the pieces are cut', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(fc.array(fc.array(bytes)), fc.array(fc.nat(40)), (connections, cuts) => {
      const sent = Buffer.concat(
        connections.flatMap((parts) => [...parts.map(carrierFrame), carrierFrame(new Uint8Array())]),
      );
      const heard: number[][] = [];
      let current: number[] = [];
      const frames = new CarrierFrames(
        (piece) => current.push(...piece),
        () => {
          heard.push(current);
          current = [];
        },
      );
      let at = 0;
      for (const cut of [...cuts, sent.length]) {
        frames.take(sent.subarray(at, at + cut));
        at += cut;
      }
      expect(heard).toEqual(connections.map((parts) => parts.flatMap((part) => [...part])));
    }),
  );
});
