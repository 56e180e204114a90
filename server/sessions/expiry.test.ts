import { describe, expect, it } from 'vitest';
import { sessionEnds } from './expiry.ts';

const settings = { idleMs: 100, ageMs: 1_000, noticeMs: 10 };

describe('sessionEnds', () => {
  it('is by idling as a rule', () => {
    expect(sessionEnds({ activeAt: 50, containerSince: 0 }, settings)).toEqual({
      idleEndsAt: 150,
      ageEndsAt: 1_000,
      next: { reason: 'idle', at: 150, noticeAt: 140 },
    });
  });

  it('is by age where that comes first', () => {
    const { next } = sessionEnds({ activeAt: 950, containerSince: 0 }, settings);
    expect(next).toEqual({ reason: 'age', at: 1_000, noticeAt: 990 });
  });

  it('is by idling alone without a container', () => {
    const ends = sessionEnds({ activeAt: 950, containerSince: null }, settings);
    expect(ends).toMatchObject({ ageEndsAt: null, next: { reason: 'idle', at: 1_050 } });
  });
});
