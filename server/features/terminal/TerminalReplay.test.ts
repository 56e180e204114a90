import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TerminalReplay } from './TerminalReplay.ts';

describe('TerminalReplay', () => {
  it('[T2] gives the output from any offset on again, or a jump where it is no longer kept', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 9 })), fc.nat(60), (writes, offset) => {
        const replay = new TerminalReplay(20);
        for (const data of writes) replay.append(data);
        const whole = writes.join('');
        const pieces = replay.from(offset);
        const first = pieces[0]?.offset ?? whole.length;
        expect(pieces.map((piece) => piece.data).join('')).toBe(whole.slice(first));
        expect(first).toBeGreaterThanOrEqual(Math.min(offset, whole.length));
        if (offset >= whole.length - 20) expect(first).toBe(Math.min(offset, whole.length));
      }),
    );
  });

  it('keeps what comes letter by letter in few pieces', () => {
    const replay = new TerminalReplay(256 * 1024);
    for (let n = 0; n < 300_000; n += 1) replay.append('x');
    expect(replay.from(0).length).toBeLessThan(70);
    expect(replay.from(299_990)).toEqual([{ offset: 299_990, data: 'x'.repeat(10) }]);
  });

  it('keeps no more than its capacity and one piece', () => {
    const replay = new TerminalReplay(100);
    for (let n = 0; n < 1000; n += 1) replay.append('x'.repeat(10));
    expect(replay.from(0).reduce((sum, piece) => sum + piece.data.length, 0)).toBeLessThan(120);
  });
});
